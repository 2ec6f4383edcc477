"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { type Answerable, AnswerField, statedAnswer } from "./answer-field.tsx";
import { CoverageField } from "./coverage-field.tsx";
import { type ChosenEvidence, type EvidenceChoice, EvidenceField, evidenceIdsOf } from "./evidence-field.tsx";

/** An answer as the service takes it. */
export interface SentAnswer {
  readonly outcome: string | null;
  readonly voidReason: string | null;
  readonly effectiveAt: Date;
  readonly knownAt: Date;
  readonly evidenceIds: string[];
  readonly coverageIds?: string[];
  readonly note: string;
  readonly declaredConflict?: string;
}

interface Props {
  readonly question: Answerable;
  readonly choices: readonly EvidenceChoice[];
  /** Signed statements of the topic, for an answer by absence. */
  readonly coverage?: readonly EvidenceChoice[];
  /** What opens the form, what its button says, and what the note is for. */
  readonly words: { readonly opener: string; readonly sender: string; readonly noteHint: string };
  /** What it starts from. */
  readonly initial?: {
    readonly effectiveAt: Date;
    readonly knownAt: Date;
    readonly evidenceIds: readonly string[];
    readonly coverageIds: readonly string[];
  };
  readonly asksForConflict?: boolean;
  readonly onSend: (answer: SentAnswer) => Promise<unknown>;
}

const BESIDE = ["outcome", "voidReason", "effectiveAt", "knownAt", "evidenceIds", "coverageIds", "note"];
const local = (at: Date | undefined) => at?.toISOString().slice(0, 19) ?? "";

/** An answer with its times, its evidence and a note: to propose, to amend, to suggest. */
export function AnswerForm({
  question,
  choices,
  coverage = [],
  words,
  initial,
  asksForConflict = true,
  onSend,
}: Props) {
  const router = useRouter();
  const form = useForm({
    answer: "",
    effective: local(initial?.effectiveAt),
    known: local(initial?.knownAt),
    note: "",
    conflict: "",
  });
  const [evidence, setEvidence] = useState<ChosenEvidence>({ ids: initial?.evidenceIds ?? [], typed: "" });
  const [coverageIds, setCoverageIds] = useState<readonly string[]>(initial?.coverageIds ?? []);
  const { values, errors, failure, isPending } = form;

  const send = form.onSubmit(async ({ answer, effective, known, note, conflict }) => {
    await onSend({
      ...statedAnswer(answer, question.type),
      effectiveAt: new Date(`${effective}Z`),
      knownAt: new Date(`${known}Z`),
      evidenceIds: evidenceIdsOf(evidence),
      note,
      ...(coverage.length > 0 ? { coverageIds: [...coverageIds] } : {}),
      ...(conflict ? { declaredConflict: conflict } : {}),
    });
    router.refresh();
  });

  return (
    <Disclosure summary={words.opener}>
      <form ref={form.ref} onSubmit={send} className="max-w-md space-y-4 pt-2">
        <FailureNotice failure={failure} beside={BESIDE} />
        <AnswerField
          question={question}
          answer={values.answer}
          onChange={(answer) => form.change({ answer })}
          error={errors.outcome ?? errors.voidReason}
        />
        <Field label="True in the world since (UTC)" error={errors.effectiveAt}>
          {(control) => <TextInput {...control} type="datetime-local" step={1} required {...form.text("effective")} />}
        </Field>
        <Field label="Publicly known since (UTC)" hint="Forecasts from then on earn nothing." error={errors.knownAt}>
          {(control) => <TextInput {...control} type="datetime-local" step={1} required {...form.text("known")} />}
        </Field>
        <EvidenceField
          choices={choices}
          chosen={evidence}
          onChange={setEvidence}
          error={errors.evidenceIds}
          isOptional={values.answer.startsWith("void:") || coverageIds.length > 0}
        />
        {coverage.length > 0 ? (
          <CoverageField choices={coverage} ids={coverageIds} onChange={setCoverageIds} error={errors.coverageIds} />
        ) : null}
        <Field label="Note" hint={words.noteHint} error={errors.note}>
          {(control) => <TextArea {...control} rows={3} required {...form.text("note")} />}
        </Field>
        {asksForConflict ? (
          <Field label="Conflict of interest" hint="What a reader should know of you." optional>
            {(control) => <TextInput {...control} maxLength={1000} {...form.text("conflict")} />}
          </Field>
        ) : null}
        <Button type="submit" tone="secondary" disabled={isPending}>
          {isPending ? "Sending…" : words.sender}
        </Button>
      </form>
    </Disclosure>
  );
}
