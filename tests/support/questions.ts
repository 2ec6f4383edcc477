import type { BinaryCriteria } from "#core/criteria/criteria.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Db } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import type { LogEventInput } from "#services/event/input.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import type { DraftQuestionInput } from "#services/question/input.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { submitForReview } from "#services/question/submit-for-review.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { someone } from "./people.ts";

/** A context of the same person, with the clock as it is now. */
export function now<T extends ServiceContext>(ctx: T): T {
  return { ...ctx, now: new Date() };
}

let made = 0;

/** A plainly fictional topic; gives its id. */
export async function someTopic(ctx: ServiceContext, title = `Harbour talks ${++made}`): Promise<string> {
  const { id } = await createTopic(ctx, { title, summary: "A story made for tests.", isFictional: true });
  return id;
}

/** A rule that a visit to Oman in the next 30 days meets. */
export function visitCriteria(window: Partial<BinaryCriteria["window"]> = {}): BinaryCriteria {
  const from = Date.now() - DAY_MS;
  return {
    window: { from, until: from + 31 * DAY_MS, zone: "Asia/Muscat", ...window },
    minimumSourceGroups: 1,
    settlementLagHours: 24,
    rule: { kind: "occurs", match: { types: ["CONSULT.visit"], places: { any: ["OMN"] } } },
  };
}

/** A draft of a binary question, changed as told. */
export function visitDraft(topicId: string, change: Partial<DraftQuestionInput> = {}): DraftQuestionInput {
  return {
    topicId,
    type: "binary",
    title: "Will an envoy visit Oman within thirty days?",
    opensAt: new Date(),
    closesAt: new Date(Date.now() + 20 * DAY_MS),
    criteria: visitCriteria(),
    ...change,
  };
}

/** A published question, from draft to publication through the services; another moderator publishes it. */
export async function publishedQuestion(ctx: ServiceContext, draft: DraftQuestionInput) {
  const question = await draftQuestion(ctx, draft);
  await submitForReview(ctx, { questionId: question.id });
  await publishQuestion(await publisher(ctx.db), { questionId: question.id });
  return question;
}

/** A moderator who drafts nothing. */
export function publisher(db: Db): ReturnType<typeof someone> {
  return someone(db, "moderator", `publisher-${++made}`);
}

/** A visit to Muscat an hour ago, on one source. */
export function visitEvent(topicId: string, change: Partial<LogEventInput> = {}): LogEventInput {
  const at = Date.now() - 3_600_000;
  return {
    topicId,
    headline: "The envoy of Northland visits Muscat",
    type: "CONSULT.visit",
    occurredFrom: new Date(at),
    occurredUntil: new Date(at + 60_000),
    precision: "instant",
    country: "OMN",
    placeName: "Muscat",
    sources: [
      {
        url: "https://example.org/visit",
        publisher: "The Example",
        title: "Envoy arrives",
        publishedAt: new Date(at + 120_000),
        tier: "agency",
      },
    ],
    ...change,
  };
}

/** A step of the crowd's history, as forecasts would have left it. */
export async function crowdStep(db: Db, questionId: string, number: number, at: Date, probability: number) {
  await db.crowdStep.create({
    data: {
      questionId,
      number,
      at,
      probabilities: [probability],
      lowerQuartile: [probability / 2],
      upperQuartile: [(1 + probability) / 2],
      forecasters: 3,
    },
  });
}
