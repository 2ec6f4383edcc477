"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

export function PasswordForm() {
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const { submit, isPending, failure } = useSubmission();
  const fields = failure?.fields ?? {};

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const changed = await submit(() => trpc.user.changePassword.mutate({ currentPassword, newPassword }));
    if (changed) window.location.assign("/sign-in?next=/settings");
  }

  return (
    <form onSubmit={onSubmit} method="post" className="space-y-5">
      <p className="text-sm text-soft">Changing it signs you out everywhere, here too.</p>
      <FailureNotice failure={failure} beside={["currentPassword", "newPassword"]} />
      <Field label="Current password" error={fields.currentPassword}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="current-password"
            required
            value={currentPassword}
            onChange={(e) => setCurrent(e.target.value)}
          />
        )}
      </Field>
      <Field label="New password" hint="At least 10 characters." error={fields.newPassword}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            value={newPassword}
            onChange={(e) => setNew(e.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={isPending}>
        {isPending ? "Changing…" : "Change password"}
      </Button>
    </form>
  );
}
