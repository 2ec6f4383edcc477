import { Prisma } from "#db/generated/client.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import type { EffectsOfEventInput } from "./input.ts";
import { moveOfQuestion } from "./move-of-question.ts";
import { topicQuestions, wasOpenAt } from "./open-questions.ts";
import type { EventEffects } from "./output.ts";
import { reportedEvents } from "./reported-events.ts";

/** Below half a point nothing is said to have moved. */
const MIN_CHANGE = 0.005;
const MAX_QUESTIONS = 12;

/**
 * What an event moved: on each question of its topic that was open when it was reported, the crowd and the forecasters
 * before and after. Nothing is told of questions whose crowd is hidden.
 */
export async function effectsOfEvent(
  ctx: ServiceContext,
  { eventId, asOf }: EffectsOfEventInput,
): Promise<EventEffects> {
  authorize(ctx, "read_public_pages");
  const askedAt = asOf && asOf < ctx.now ? asOf : ctx.now;
  const nothing = { reportedAt: null, askedAt, questions: [], unmoved: 0, hidden: 0 };
  const [event] = await reportedEvents(ctx, { where: Prisma.sql`e.id = ${eventId}::uuid`, asOf, limit: 1 });
  if (!event) return nothing;
  const reportedAt = event.reportedAt.getTime();
  const open = (await topicQuestions(ctx, event.topicId)).filter((question) => wasOpenAt(question, reportedAt));
  const shown = open.filter(({ isHidden }) => !isHidden);
  const moves = await Promise.all(
    shown.map((question) => moveOfQuestion(ctx.db, { question, reportedAt, now: askedAt.getTime() })),
  );
  const moved = moves
    .filter((move) => move !== null)
    .filter(({ change, moverCount }) => Math.abs(change) >= MIN_CHANGE || moverCount > 0);
  moved.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return {
    reportedAt: event.reportedAt,
    askedAt,
    questions: moved.slice(0, MAX_QUESTIONS),
    unmoved: shown.length - Math.min(moved.length, MAX_QUESTIONS),
    hidden: open.length - shown.length,
  };
}
