"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { VOID_REASONS } from "#core/resolution/void-reasons.ts";

interface Props {
  readonly questionId: string;
  readonly options: readonly { id: string; label: string }[];
  /** The version that a new proposal would supersede. */
  readonly supersedes: number | null;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** A moderator's own proposal, for what the log cannot decide by itself. */
export function ProposeForm({ questionId, options, supersedes }: Props) {
  const router = useRouter();
  const [form, setForm] = useState({ answer: "", effective: "", known: "", evidence: "", note: "" });
  const { submit, isPending, failure } = useSubmission();
  const fields = failure?.fields ?? {};
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  const isVoid = form.answer.startsWith("void:");
  const answers =
    options.length > 0
      ? options.map(({ id, label }) => [id, label] as const)
      : ([
          ["yes", "Yes"],
          ["no", "No"],
        ] as const);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const at = (local: string) => new Date(`${local}Z`);
    const done = await submit(() =>
      trpc.resolution.propose.mutate({
        questionId,
        outcome: isVoid ? null : form.answer,
        voidReason: isVoid ? form.answer.slice("void:".length) : null,
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
        <Field label="Answer" error={fields.outcome ?? fields.voidReason}>
          {(control) => (
            <Select {...control} required value={form.answer} onChange={set("answer")}>
              <option value="">Choose</option>
              {answers.map(([id, label]) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
              {VOID_REASONS.map(({ code, label }) => (
                <option key={code} value={`void:${code}`}>
                  Void: {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
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
