import { createHash } from "node:crypto";
import { criteriaKind } from "#core/criteria/criteria-matches.ts";
import type { ServiceContext } from "#services/context.ts";
import { signCoverage } from "#services/coverage/sign-coverage.ts";
import { logEvent } from "#services/event/log-event.ts";
import { importForecasts } from "#services/import/import-forecasts.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { submitForReview } from "#services/question/submit-for-review.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { createSignal } from "#services/signal/write-signal.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { bindScenarios } from "#services/topic/edit-topic.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { Cast } from "./people.ts";
import { simulatedHistory } from "./simulated-history.ts";
import { tradeInStory } from "./simulated-market.ts";
import type { Story, StoryQuestion } from "./story.ts";

async function ask(cast: Cast, topicId: string, question: StoryQuestion): Promise<string> {
  const { title, background, criteria, options, finePrint = "" } = question;
  const draft = await draftQuestion(cast.moderator, {
    topicId,
    type: criteriaKind(criteria),
    title,
    background,
    finePrint,
    opensAt: new Date(question.opensAt),
    closesAt: new Date(question.closesAt),
    challengeWindowHours: 0,
    criteria,
    range: question.range ?? null,
    options: options ? [...options] : [],
  });
  await submitForReview(cast.moderator, { questionId: draft.id });
  await publishQuestion(cast.admin, { questionId: draft.id }, { isHistorical: true });
  if (question.isScenarios) await bindScenarios(cast.moderator, { topicId, questionId: draft.id });
  return draft.id;
}

/** One batch of simulated histories, marked as imported and audited like any other import. */
async function forecast(
  ctx: ServiceContext,
  cast: Cast,
  story: Story,
  ids: readonly string[],
  now: number,
): Promise<void> {
  const sha256 = createHash("sha256").update(`${story.slug} ${now}`).digest("hex");
  await transact(ctx, async (tx) => {
    const batch = await tx.importBatch.create({
      data: { kind: "demonstration", sha256, counts: { questions: ids.length } },
    });
    for (const [index, question] of story.questions.entries()) {
      const history = simulatedHistory(question, cast.forecasters, now, `${story.slug} ${index}`);
      await importForecasts(tx, batch.id, ids[index] as string, history);
    }
    await writeAudit(tx, ctx, {
      action: "import-demonstration",
      subjectKind: "import",
      subjectId: batch.id,
      details: { story: story.slug },
    });
  });
}

/** Tells a story through the same services that people use: topic, questions, forecasts, then what happened. */
export async function tellStory(ctx: ServiceContext, cast: Cast, story: Story, now: number): Promise<void> {
  const { slug, title, summary, isFictional } = story;
  const { id: topicId } = await createTopic(cast.moderator, { slug, title, summary, isFictional });
  const ids: string[] = [];
  for (const question of story.questions) ids.push(await ask(cast, topicId, question));
  await forecast(ctx, cast, story, ids, now);
  await tradeInStory(ctx, cast, story, ids, now);
  for (const event of story.events) await logEvent(cast.moderator, { topicId, ...event });
  for (const { from, until, note } of story.coverage) {
    const span = { coversFrom: new Date(from), coversUntil: new Date(until) };
    await signCoverage(cast.moderator, { topicId, types: [], actors: [], ...span, note, supersedesId: null });
  }
  for (const signal of story.signals) await createSignal(cast.moderator, { topicId, ...signal });
  const proposed = await ctx.db.resolution.findMany({
    where: { question: { topicId }, decision: null },
    orderBy: [{ knownAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  // One is left in the queue of a fictional story, so that whoever tries the admin's part has something to decide.
  const left = isFictional ? proposed.slice(0, -1) : proposed;
  for (const { id } of left) await approveResolution(cast.admin, { resolutionId: id, note: "" });
}
