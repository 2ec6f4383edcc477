"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { type Answerable, AnswerField, statedAnswer } from "#app/_resolution/answer-field.tsx";
import { trpc } from "#app/_trpc/client.ts";

interface Props {
  readonly question: Answerable & { readonly id: string };
  /** The version that a new proposal would supersede. */
  readonly supersedes: number | null;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** A moderator's own proposal, for what the log cannot decide by itself. */
export function ProposeForm({ question, supersedes }: Props) {
  const router = useRouter();
  const [form, setForm] = useState({ answer: "", effective: "", known: "", evidence: "", note: "" });
  const { submit, isPending, failure } = useSubmission();
  const fields = failure?.fields ?? {};
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  const isVoid = form.answer.startsWith("void:");

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const at = (local: string) => new Date(`${local}Z`);
    const done = await submit(() =>
      trpc.resolution.propose.mutate({
        questionId: question.id,
        ...statedAnswer(form.answer, question.type),
        effectiveAt: at(form.effective),
        knownAt: at(form.known),
        evidenceIds: form.evidence.match(UUID) ?? [],
        note: form.note,
      }),
    );
    if (done) router.refresh();
  }

  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-medium text-accent">
        {supersedes ? `Propose a new answer in place of version ${supersedes}` : "Propose an answer yourself"}
      </summary>
      <form onSubmit={onSubmit} className="mt-4 max-w-md space-y-4">
        {failure && Object.keys(fields).length === 0 ? (
          <Notice tone="error" live>
            {failure.message}
          </Notice>
        ) : null}
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
        <Field
          label="Evidence"
          hint="Addresses of events in this topic's log, one a line."
          error={fields.evidenceIds}
          optional={isVoid}
        >
          {(control) => <TextArea {...control} rows={2} value={form.evidence} onChange={set("evidence")} />}
        </Field>
        <Field label="Note" hint="Why this is the answer. Part of the record." error={fields.note}>
          {(control) => <TextArea {...control} rows={3} required value={form.note} onChange={set("note")} />}
        </Field>
        <Button type="submit" tone="secondary" disabled={isPending}>
          {isPending ? "Proposing…" : "Propose"}
        </Button>
      </form>
    </details>
  );
}
