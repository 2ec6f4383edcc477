import { accountIdOf } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { may } from "#core/permissions.ts";
import { isDeclared } from "#core/resolution/conflict-rules.ts";
import { approvalRefusal } from "#core/resolution/decision-rules.ts";
import type { PlainBroken } from "#core/rule-values.ts";
import type { ServiceContext } from "#services/context.ts";
import { partOfDecider } from "./part-of-decider.ts";

interface Pending {
  readonly id: string;
  readonly proposedById: string | null;
  readonly question: { readonly id: string; readonly title: string };
}

/** Why the admin who asks may not approve a proposed answer, whatever its time; null when they may, or decide nothing anyway. */
export async function whyNotDecide({ actor, db }: ServiceContext, pending: Pending): Promise<PlainBroken | null> {
  const accountId = accountIdOf(actor);
  if (accountId === null || !may(actor, "decide_resolution")) return null;
  const { id: questionId, title } = pending.question;
  const facts = await partOfDecider(db, accountId, questionId, pending);
  try {
    isDeclared("decide-resolution", { conflicts: facts.deciderConflicts, isSolo: facts.isSolo, title });
  } catch (error) {
    if (error instanceof DomainError) return error.broken;
    throw error;
  }
  return approvalRefusal(facts)?.broken ?? null;
}
