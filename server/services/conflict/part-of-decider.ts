import type { DecisionFacts } from "#core/resolution/decision-rules.ts";
import type { Db, Tx } from "#db/client.ts";
import { conflictsInQuestion } from "./conflicts-in.ts";
import { handsOfAnswer } from "./hands-of-answer.ts";
import { isSolo } from "./is-solo.ts";

/** Acts that declare a conflict and do not help an answer along: deciding is judged by itself. */
const NO_HELP = ["propose-resolution", "decide-resolution", "decline-reopening", "decline-suggested-resolution"];

interface Proposed {
  readonly id: string;
  readonly proposedById: string | null;
}

/** What core judges a decider's own part in a proposed answer by. */
export async function partOfDecider(
  db: Db | Tx,
  deciderId: string,
  questionId: string,
  { id: resolutionId, proposedById }: Proposed,
): Promise<Pick<DecisionFacts, "deciderId" | "proposerId" | "hands" | "deciderConflicts" | "hasDeclared" | "isSolo">> {
  const where = { questionId, personId: deciderId, act: { notIn: NO_HELP } };
  return {
    deciderId,
    proposerId: proposedById,
    hands: await handsOfAnswer(db, resolutionId),
    deciderConflicts: await conflictsInQuestion(db, deciderId, questionId),
    hasDeclared: (await db.declaredConflict.count({ where, take: 1 })) > 0,
    isSolo: await isSolo(db),
  };
}
