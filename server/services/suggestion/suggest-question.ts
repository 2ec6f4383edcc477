import { ensure } from "#core/errors.ts";
import type { Prisma } from "#db/generated/client.ts";
import { lockRows } from "#db/locks.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadTopic } from "#services/topic/load-topic.ts";
import { transact } from "#services/transact.ts";
import type { SuggestQuestionInput } from "./input.ts";

/** How many suggestions of one person may wait at a time, so that nobody fills the moderators' list alone. */
const MAX_WAITING = 10;

/** A person would like a question to be asked. Moderators answer. */
export async function suggestQuestion(
  ctx: ServiceContext,
  { title, topicId, why, roughCriteria = "", criteria = null }: SuggestQuestionInput,
): Promise<{ suggestionId: string }> {
  const person = authorizePerson(ctx, "suggest_question");
  const isDecidable = roughCriteria.trim() !== "" || criteria !== null;
  ensure(isDecidable, "criteria_must_be_resolvable", { reason: "no_words", field: "roughCriteria" });
  return transact(ctx, async (tx) => {
    if (topicId) await loadTopic(tx, topicId);
    await lockRows(tx, "person", [person.id]);
    const waiting = await tx.suggestion.count({ where: { suggestedById: person.id, answer: null } });
    ensure(waiting < MAX_WAITING, "suggestions_must_stay_within_limit", { of: "question", max: MAX_WAITING });
    const { id } = await tx.suggestion.create({
      data: {
        title,
        topicId,
        why,
        roughCriteria,
        suggestedById: person.id,
        ...(criteria ? { criteria: criteria as unknown as Prisma.InputJsonObject } : {}),
      },
      select: { id: true },
    });
    return { suggestionId: id };
  });
}
