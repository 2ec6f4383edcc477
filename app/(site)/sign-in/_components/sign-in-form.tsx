"use client";

import { signIn } from "#app/_account/session-requests.ts";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";

export function SignInForm({ next }: { next: string }) {
  const form = useForm({ email: "", password: "" });
  const { failure, isPending } = form;

  const enter = form.onSubmit(async ({ email, password }) => {
    const refusal = await signIn(email, password).catch(() => "Parley cannot be reached. Try again in a moment.");
    if (refusal !== null) throw new Error(refusal);
    window.location.assign(next);
  });

  return (
    <form ref={form.ref} onSubmit={enter} method="post" className="space-y-5">
      <FailureNotice failure={failure} />
      <Field label="E-mail address">
        {(control) => (
          <TextInput {...control} type="email" name="email" autoComplete="username" required {...form.text("email")} />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <TextInput
            {...control}
            type="password"
            name="password"
            autoComplete="current-password"
            required
            {...form.text("password")}
          />
        )}
      </Field>
      <Button type="submit" disabled={isPending} className="w-full">
        {isPending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
