"use client";

import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";

export function PasswordForm() {
  const form = useForm({ currentPassword: "", newPassword: "" });
  const { errors, failure, isPending } = form;

  const changePassword = form.onSubmit(async (passwords) => {
    await trpc.user.changePassword.mutate(passwords);
    window.location.assign("/sign-in?next=/settings");
  });

  return (
    <form ref={form.ref} onSubmit={changePassword} method="post" className="space-y-5">
      <p className="text-sm text-soft">Changing it signs you out everywhere, here too.</p>
      <FailureNotice failure={failure} beside={["currentPassword", "newPassword"]} />
      <Field label="Current password" error={errors.currentPassword}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="current-password"
            required
            {...form.text("currentPassword")}
          />
        )}
      </Field>
      <Field label="New password" hint="At least 10 characters." error={errors.newPassword}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            {...form.text("newPassword")}
          />
        )}
      </Field>
      <Button type="submit" disabled={isPending}>
        {isPending ? "Changing…" : "Change password"}
      </Button>
    </form>
  );
}
