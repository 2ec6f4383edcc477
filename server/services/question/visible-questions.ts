import { type Actor, may } from "#core/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";

/** Which questions an actor may read: published ones, and drafts for those who review them. Part of every query. */
export function visibleQuestions(actor: Actor): Prisma.QuestionWhereInput {
  return may(actor, "read_drafts") ? {} : { publication: { isNot: null } };
}
