"use client";

import { trpc } from "#app/_trpc/client.ts";
import type { Answerable } from "./answer-field.tsx";
import { AnswerForm } from "./answer-form.tsx";
import type { EvidenceChoice } from "./evidence-field.tsx";

interface Props {
  readonly question: Answerable & { readonly id: string };
  readonly choices: readonly EvidenceChoice[];
}

/** A forecaster says what the answer is, for moderators to propose or to answer. */
export function SuggestForm({ question, choices }: Props) {
  return (
    <AnswerForm
      question={question}
      choices={choices}
      asksForConflict={false}
      words={{
        opener: "Suggest the answer",
        sender: "Send to the moderators",
        noteHint: "Why this is the answer. A moderator proposes it, or tells you why not.",
      }}
      onSend={(answer) => trpc.resolution.suggest.mutate({ questionId: question.id, ...answer })}
    />
  );
}
