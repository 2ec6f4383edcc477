"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
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
  const [form, setForm] = useState({
    answer: "",
    effective: local(initial?.effectiveAt),
    known: local(initial?.knownAt),
    note: "",
    conflict: "",
  });
  const [evidence, setEvidence] = useState<ChosenEvidence>({ ids: initial?.evidenceIds ?? [], typed: "" });
  const [coverageIds, setCoverageIds] = useState<readonly string[]>(initial?.coverageIds ?? []);
  const { submit, isPending, failure } = useSubmission();
  const fields = failure?.fields ?? {};
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const at = (text: string) => new Date(`${text}Z`);
    const done = await submit(() =>
      onSend({
        ...statedAnswer(form.answer, question.type),
        effectiveAt: at(form.effective),
        knownAt: at(form.known),
        evidenceIds: evidenceIdsOf(evidence),
        note: form.note,
        ...(coverage.length > 0 ? { coverageIds: [...coverageIds] } : {}),
        ...(form.conflict ? { declaredConflict: form.conflict } : {}),
      }),
    );
    if (done) router.refresh();
  }

  return (
    <Disclosure summary={words.opener}>
      <form onSubmit={onSubmit} className="max-w-md space-y-4 pt-2">
        <FailureNotice failure={failure} beside={BESIDE} />
        <AnswerField
          question={question}
          answer={form.answer}
          onChange={(answer) => setForm({ ...form, answer })}
          error={fields.outcome ?? fields.voidReason}
        />
        <Field label="True in the world since (UTC)" error={fields.effectiveAt}>
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              step={1}
              required
              value={form.effective}
              onChange={set("effective")}
            />
          )}
        </Field>
        <Field label="Publicly known since (UTC)" hint="Forecasts from then on earn nothing." error={fields.knownAt}>
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              step={1}
              required
              value={form.known}
              onChange={set("known")}
            />
          )}
        </Field>
        <EvidenceField
          choices={choices}
          chosen={evidence}
          onChange={setEvidence}
          error={fields.evidenceIds}
          isOptional={form.answer.startsWith("void:") || coverageIds.length > 0}
        />
        {coverage.length > 0 ? (
          <CoverageField choices={coverage} ids={coverageIds} onChange={setCoverageIds} error={fields.coverageIds} />
        ) : null}
        <Field label="Note" hint={words.noteHint} error={fields.note}>
          {(control) => <TextArea {...control} rows={3} required value={form.note} onChange={set("note")} />}
        </Field>
        {asksForConflict ? (
          <Field label="Conflict of interest" hint="What a reader should know of you." optional>
            {(control) => <TextInput {...control} maxLength={1000} value={form.conflict} onChange={set("conflict")} />}
          </Field>
        ) : null}
        <Button type="submit" tone="secondary" disabled={isPending}>
          {isPending ? "Sending…" : words.sender}
        </Button>
      </form>
    </Disclosure>
  );
}
