import { isDeclared } from "#core/resolution/conflict-rules.ts";
import type { ConflictedAct } from "#core/resolution/conflict-treatments.ts";
import type { Tx } from "#db/client.ts";
import { conflictsIn } from "./conflicts-in.ts";
import { isSolo } from "./is-solo.ts";

/** A question whose answer an act bears on. */
export interface BornOn {
  readonly id: string;
  readonly title: string;
  /** A proposed or final answer of it rests on what the act changes. */
  readonly isCited?: boolean;
}

export interface ActOnAnswers {
  readonly act: ConflictedAct;
  /** event, coverage, criteria, clarification, resolution, instance */
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly questions: readonly BornOn[];
}

/**
 * Settles what a conflict of interest means for an act, within its transaction: throws where the act is not theirs to do,
 * and puts the conflicts with which it is done on the record of each question.
 */
export async function declareConflicts(
  tx: Tx,
  personId: string,
  { act, subjectKind, subjectId, questions }: ActOnAnswers,
): Promise<void> {
  const ids = questions.map(({ id }) => id);
  const conflicts = await conflictsIn(tx, personId, ids);
  if (conflicts.size === 0) return;
  const wasSolo = await isSolo(tx);
  const declared = questions
    .map((question) => ({ ...question, conflicts: conflicts.get(question.id) ?? [] }))
    .filter((question) => isDeclared(act, { ...question, isSolo: wasSolo }))
    // In one order, since each row waits for its question's lock.
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await tx.declaredConflict.createMany({
    data: declared.map(({ id, conflicts: own }) => {
      return { questionId: id, personId, act, subjectKind, subjectId, conflicts: own, wasSolo };
    }),
  });
}
