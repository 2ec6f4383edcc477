"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import type { PlainBroken } from "#core/rule-values.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";

interface Props {
  readonly resolutionId: string;
  readonly isChallenged: boolean;
  /** Why the reader may not approve it; null when they may. */
  readonly whyNot: PlainBroken | null;
}

/** An admin's ruling on one proposal: a note, and approve or reject. */
export function DecideForm({ resolutionId, isChallenged, whyNot }: Props) {
  const router = useRouter();
  const form = useForm({ note: "", conflict: "" });
  const { errors, failure, isPending } = form;

  const decide = (kind: "approve" | "reject") =>
    form.send(async ({ note, conflict }) => {
      const declared = conflict ? { declaredConflict: conflict } : {};
      await trpc.resolution[kind].mutate({ resolutionId, note, ...declared });
      router.refresh();
    });

  return (
    <form ref={form.ref} onSubmit={(event) => event.preventDefault()} className="space-y-3">
      {whyNot ? (
        <Notice tone="warning" title="Not yours to approve">
          {sentenceOf(whyNot)}
        </Notice>
      ) : null}
      <FailureNotice failure={failure} beside={["note"]} />
      <Field
        label="Note"
        hint={
          isChallenged
            ? "Answer the challenge. It becomes part of the record."
            : "Part of the record. Needed to reject."
        }
        error={errors.note}
        optional={!isChallenged}
      >
        {(control) => <TextArea {...control} rows={2} {...form.text("note")} />}
      </Field>
      <Disclosure summary="Declare a conflict of interest">
        <Field label="What a reader should know of you" hint="Forecasts of yours are stated by themselves." optional>
          {(control) => <TextInput {...control} maxLength={1000} {...form.text("conflict")} />}
        </Field>
      </Disclosure>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => decide("approve")} disabled={isPending || whyNot !== null}>
          Approve and score
        </Button>
        <Button tone="secondary" onClick={() => decide("reject")} disabled={isPending}>
          Reject
        </Button>
      </div>
    </form>
  );
}
