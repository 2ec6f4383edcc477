"use client";

import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import type { FormPart } from "#app/_criteria/form-part.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import type { Failure } from "#app/_forms/use-submission.ts";

interface Props extends FormPart {
  readonly isPending: boolean;
  readonly failure: Failure | null;
}

/** Why the rule changes, and the press that makes it public. */
export function ReasonBar({ form, set, errors, isPending, failure }: Props) {
  return (
    <div className="space-y-5 border-t border-ink pt-5">
      <Field
        label="Why it changes"
        hint="Everybody who has forecast reads it. It stays for good."
        error={errors.reason}
      >
        {(control) => (
          <TextArea
            {...control}
            required
            rows={3}
            maxLength={2000}
            value={form.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        )}
      </Field>
      <FailureNotice failure={failure} title="Not changed">
        Everything you typed is still here.
      </FailureNotice>
      <Button type="submit" disabled={isPending}>
        {isPending ? "Publishing…" : "Publish the new version"}
      </Button>
    </div>
  );
}
