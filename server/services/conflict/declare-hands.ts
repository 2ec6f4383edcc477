import type { ConflictedAct } from "#core/resolution/conflict-treatments.ts";
import type { Hand } from "#core/resolution/decision-rules.ts";
import type { Tx } from "#db/client.ts";
import { conflictsIn } from "./conflicts-in.ts";
import { handsOfAnswer } from "./hands-of-answer.ts";

const ACTS: Readonly<Record<Hand["kind"], ConflictedAct>> = {
  event: "log-event",
  coverage: "sign-coverage",
  criteria: "change-criteria",
  clarification: "clarify-question",
};

/**
 * Puts on the record, when an answer is proposed, whose work it rests on has an interest in it by now. Who had one when they
 * did it is on the record already.
 */
export async function declareHands(tx: Tx, questionId: string, resolutionId: string): Promise<void> {
  for (const [personId, hands] of Map.groupBy(await handsOfAnswer(tx, resolutionId), (hand) => hand.personId)) {
    const conflicts = (await conflictsIn(tx, personId, [questionId])).get(questionId);
    if (!conflicts) continue;
    const declared = await tx.declaredConflict.findMany({
      where: { questionId, personId },
      select: { subjectKind: true, subjectId: true },
    });
    const known = new Set(declared.map(({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`));
    const fresh = hands.filter(({ kind, subjectId }) => !known.has(`${kind} ${subjectId}`));
    await tx.declaredConflict.createMany({
      data: fresh.map(({ kind, subjectId }) => {
        return { questionId, personId, act: ACTS[kind], subjectKind: kind, subjectId, conflicts, resolutionId };
      }),
    });
  }
}
