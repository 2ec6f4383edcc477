"use client";

import { trpc } from "#app/_trpc/client.ts";
import type { Answerable } from "./answer-field.tsx";
import { AnswerForm } from "./answer-form.tsx";
import type { EvidenceChoice } from "./evidence-field.tsx";

interface Props {
  readonly question: Answerable;
  readonly choices: readonly EvidenceChoice[];
  readonly coverage: readonly EvidenceChoice[];
  readonly pending: {
    readonly id: string;
    readonly effectiveAt: Date;
    readonly knownAt: Date;
    readonly evidence: readonly { readonly eventId: string }[];
    readonly coverageIds: readonly string[];
  };
}

/** An admin puts another answer in the place of a proposed one; the window for challenges starts again. */
export function AmendForm({ question, choices, coverage, pending }: Props) {
  const evidenceIds = pending.evidence.map(({ eventId }) => eventId);
  return (
    <AnswerForm
      question={question}
      choices={choices}
      coverage={coverage}
      initial={{ ...pending, evidenceIds }}
      words={{
        opener: "Amend it",
        sender: "Amend and restart the window",
        noteHint: "What you change and why. Another admin must approve.",
      }}
      onSend={(answer) => trpc.resolution.amend.mutate({ resolutionId: pending.id, ...answer })}
    />
  );
}
