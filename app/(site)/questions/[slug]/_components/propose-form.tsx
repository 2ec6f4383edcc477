"use client";

import type { Answerable } from "#app/_resolution/answer-field.tsx";
import { AnswerForm } from "#app/_resolution/answer-form.tsx";
import type { EvidenceChoice } from "#app/_resolution/evidence-field.tsx";
import { trpc } from "#app/_trpc/client.ts";

interface Props {
  readonly question: Answerable & { readonly id: string };
  readonly choices: readonly EvidenceChoice[];
  readonly coverage: readonly EvidenceChoice[];
  /** The version that a new proposal would supersede. */
  readonly supersedes: number | null;
}

/** A moderator's own proposal, for what the log cannot decide by itself. */
export function ProposeForm({ question, choices, coverage, supersedes }: Props) {
  const opener = supersedes ? `Propose a new answer in place of version ${supersedes}` : "Propose an answer yourself";
  return (
    <AnswerForm
      question={question}
      choices={choices}
      coverage={coverage}
      words={{ opener, sender: "Propose", noteHint: "Why this is the answer. Part of the record." }}
      onSend={(answer) => trpc.resolution.propose.mutate({ questionId: question.id, ...answer })}
    />
  );
}
