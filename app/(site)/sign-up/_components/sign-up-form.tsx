"use client";

import Link from "next/link";
import { useState } from "react";
import { signIn, WRONG } from "#app/_account/session-requests.ts";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";

export function SignUpForm({ next }: { next: string }) {
  const form = useForm({ name: "", email: "", password: "" });
  const [isPerhapsKnown, setPerhapsKnown] = useState(false);
  const { errors, failure, isPending } = form;

  const signUp = form.onSubmit(async (values) => {
    await trpc.user.signUp.mutate(values);
    const refusal = await signIn(values.email, values.password);
    setPerhapsKnown(refusal === WRONG);
    if (refusal === WRONG) return;
    if (refusal) throw new Error(refusal);
    window.location.assign(next);
  });

  return (
    <form ref={form.ref} onSubmit={signUp} method="post" className="space-y-5">
      <FailureNotice failure={failure} beside={["name", "email", "password"]} />
      {isPerhapsKnown && !isPending ? <PerhapsKnown next={next} /> : null}
      <Field label="Name" hint="Letters, digits, dots, hyphens and underscores." error={errors.name}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            autoComplete="nickname"
            required
            minLength={2}
            maxLength={40}
            {...form.text("name")}
          />
        )}
      </Field>
      <Field label="E-mail address" error={errors.email}>
        {(control) => (
          <TextInput {...control} type="email" name="email" autoComplete="email" required {...form.text("email")} />
        )}
      </Field>
      <Field
        label="Password"
        hint="At least 10 characters. A few words are better than a few signs."
        error={errors.password}
      >
        {(control) => (
          <TextInput
            {...control}
            type="password"
            name="password"
            autoComplete="new-password"
            required
            minLength={10}
            {...form.text("password")}
          />
        )}
      </Field>
      <Button type="submit" disabled={isPending} className="w-full">
        {isPending ? "Making your account…" : "Make an account"}
      </Button>
    </form>
  );
}

/** The server does not say whether the address was new here, so neither does the form. */
function PerhapsKnown({ next }: { next: string }) {
  return (
    <Notice live>
      If this e-mail address was new here, your account is made. If you had an account before, nothing about it has
      changed:{" "}
      <Link className="link" href={`/sign-in?next=${encodeURIComponent(next)}`}>
        sign in
      </Link>{" "}
      with its own password.
    </Notice>
  );
}
