import type { Actor } from "#core/permissions.ts";
import { type DecisionKind, ensureMayDecide, isSoloDecision } from "#core/resolution/decision-rules.ts";
import type { Tx } from "#db/client.ts";
import type { ServiceContext } from "../context.ts";
import { databaseNow } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import type { Answerable } from "./load-answerable.ts";
import { tiesOf } from "./ties-of.ts";

const PAST = { approve: "approved", amend: "amended", reject: "rejected" } as const;

export type PendingAnswer = Answerable & { pending: NonNullable<Answerable["pending"]> };

interface Ruling {
  readonly kind: DecisionKind;
  readonly note: string;
  readonly declaredConflict?: string | undefined;
}

/**
 * Writes the one decision a proposal can have, with what ties the decider to it. Its key is the proposal's, so a second
 * one cannot be written.
 */
export async function writeDecision(
  tx: Tx,
  ctx: ServiceContext,
  person: Extract<Actor, { kind: "user" }>,
  question: PendingAnswer,
  { kind, note, declaredConflict = "" }: Ruling,
): Promise<void> {
  const { pending } = question;
  const { isSolo } = await tx.instanceSettings.findUniqueOrThrow({ where: { id: 1 }, select: { isSolo: true } });
  const conflicts = await tiesOf(tx, { questionId: question.id, userId: person.id });
  const facts = {
    deciderId: person.id,
    proposerId: pending.proposedById,
    isSolo,
    deciderHoldsPosition: conflicts.includes("holds_position"),
    challengeUntil: pending.challengeUntil.getTime(),
    openChallenges: pending._count.challenges,
    note,
  };
  ensureMayDecide(kind, facts, (await databaseNow(tx)).getTime());
  const wasSolo = kind === "approve" && isSoloDecision(facts);
  await tx.decision.create({
    data: {
      resolutionId: pending.id,
      kind: PAST[kind],
      decidedById: person.id,
      note,
      wasSolo,
      conflicts,
      declaredConflict,
    },
  });
  const details = { question: question.id, wasSolo, deciderHasForecast: conflicts.includes("has_forecast") };
  await writeAudit(tx, ctx, {
    action: `${kind}-resolution`,
    subjectKind: "resolution",
    subjectId: pending.id,
    details,
  });
}
