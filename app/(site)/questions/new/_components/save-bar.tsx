"use client";

import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import type { FormPart } from "#app/_criteria/form-part.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import type { Failure } from "#app/_forms/use-submission.ts";

interface Props extends FormPart {
  readonly isUnderReview: boolean;
  readonly isPending: boolean;
  readonly failure: Failure | null;
}

/** The end of the form: what was refused, why the draft changes, and the two ways to keep it. */
export function SaveBar({ form, set, errors, isUnderReview, isPending, failure }: Props) {
  return (
    <div className="space-y-5 border-t border-ink pt-5">
      {isUnderReview ? (
        <Field
          label="Why it changes"
          hint="The draft is under review; the reason stays with the new version."
          error={errors.reason}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={form.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <FailureNotice failure={failure} title="Not saved">
        Everything you typed is still here.
      </FailureNotice>
      <div className="flex flex-wrap gap-3">
        {isUnderReview ? null : (
          <Button type="submit" name="then" value="review" disabled={isPending}>
            {isPending ? "Saving…" : "Save and hand in for review"}
          </Button>
        )}
        <Button
          type="submit"
          name="then"
          value="keep"
          tone={isUnderReview ? "primary" : "secondary"}
          disabled={isPending}
        >
          {isUnderReview ? "Save the new version" : "Save as a draft"}
        </Button>
      </div>
    </div>
  );
}
