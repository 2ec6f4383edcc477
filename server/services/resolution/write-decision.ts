import type { Account } from "#core/actor.ts";
import { type DecisionKind, ensureMayDecide, ownPart } from "#core/resolution/decision-rules.ts";
import type { Tx } from "#db/client.ts";
import { partOfDecider } from "#services/conflict/part-of-decider.ts";
import type { ServiceContext } from "#services/context.ts";
import { databaseNow } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { Answerable } from "./load-answerable.ts";

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
  person: Account,
  question: PendingAnswer,
  { kind, note, declaredConflict = "" }: Ruling,
): Promise<void> {
  const { pending } = question;
  const facts = {
    ...(await partOfDecider(tx, person.id, question.id, pending)),
    title: question.title,
    challengeUntil: pending.challengeUntil.getTime(),
    openChallenges: pending._count.challenges,
    note,
  };
  const conflicts = [...facts.deciderConflicts];
  ensureMayDecide(kind, facts, (await databaseNow(tx)).getTime());
  const wasSolo = kind === "approve" && ownPart(facts) !== null;
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
