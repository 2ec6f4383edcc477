import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { rangeOf } from "#services/bundle/scorable-bundle.ts";
import { freeSlug, keptSlug } from "#services/question/free-slug.ts";
import { storedRange } from "#services/question/stored-range.ts";
import { slug } from "#services/safe-text.ts";
import { importAnswers } from "./import-answers.ts";
import { type CriteriaNames, importCriteria } from "./import-criteria.ts";
import { importForecasts } from "./import-forecasts.ts";
import { importMarket } from "./import-market.ts";
import { type Importing, userOf } from "./importing.ts";
import { questionKey } from "./question-key.ts";
import type { MarketRecords } from "./stated-market.ts";

type Question = BundleDocument["questions"][number];
type Forecast = BundleDocument["forecasts"][number];
type Comment = BundleDocument["comments"][number];

/** What a question of a bundle is written from, besides its own record. */
export interface OnQuestion {
  readonly topicId: string | null;
  readonly forecasts: readonly Forecast[];
  readonly comments: readonly Comment[];
  readonly market: MarketRecords | null;
  readonly names: CriteriaNames;
}

/** Writes one question of a bundle whole: its words and rules, its history, its market, and its answers with the scores. */
export async function importBundleQuestion(
  tx: Tx,
  importing: Importing,
  question: Question,
  on: OnQuestion,
): Promise<{ questionId: string; notes: string[] }> {
  const row = await createQuestion(tx, importing, question, on.topicId);
  const { id: questionId, options } = row;
  const { versionIds, notes } = await importCriteria(
    tx,
    importing,
    { questionId, options },
    question.criteria,
    on.names,
  );
  await tx.publication.create({ data: { questionId, publishedById: importing.importerId } });
  await importHistory(tx, importing, questionId, on);
  if (on.market) await importMarket(tx, importing, questionId, question.title, on.market);
  const subject = { questionId, type: question.type, options, versionIds };
  if (question.resolution) await importAnswers(tx, importing, subject, question.resolution);
  return { questionId, notes };
}

async function createQuestion(
  tx: Tx,
  { batchId, importerId }: Pick<Importing, "batchId" | "importerId">,
  question: Question,
  topicId: string | null,
) {
  const {
    id: key,
    type,
    title,
    opensAt,
    closesAt,
    revealAt,
    options,
    criteria,
    challengeWindowHours = null,
  } = question;
  const range = rangeOf(question);
  const row = await tx.question.create({
    data: {
      slug: slug().safeParse(key).success ? await keptSlug(tx, key) : await freeSlug(tx, title, undefined),
      title,
      type,
      topicId,
      challengeWindowHours,
      background: criteria?.background ?? "",
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
      deadlineAt: new Date(criteria?.deadlineAt ?? closesAt),
      revealAt: revealAt === undefined ? null : new Date(revealAt),
      ...storedRange(range ? { ...range, unit: question.range?.unit ?? "" } : null),
      createdById: importerId,
      importBatchId: batchId,
      externalKey: questionKey(question),
      options: { create: options.map((label, position) => ({ label, position })) },
      submission: { create: { submittedById: importerId } },
    },
    select: { id: true, options: { select: { id: true, label: true }, orderBy: { position: "asc" } } },
  });
  // By SQL text: Prisma's models round what is larger than 2⁶⁴.
  if (range) {
    await tx.$executeRaw`
      UPDATE questions SET range_min = ${range.min}::float8, range_max = ${range.max}::float8, zero_point = ${range.zeroPoint}::float8
      WHERE id = ${row.id}::uuid`;
  }
  return row;
}

async function importHistory(
  tx: Tx,
  importing: Importing,
  questionId: string,
  { forecasts, comments }: OnQuestion,
): Promise<void> {
  const { batchId } = importing;
  const inOrder = forecasts.toSorted(
    (a, b) => a.madeAt - b.madeAt || (a.endedAt ?? Infinity) - (b.endedAt ?? Infinity) || 0,
  );
  const withdrawals = withdrawn(inOrder).map(({ forecasterId, endedAt }) => {
    return {
      questionId,
      forecasterId: userOf(importing, forecasterId),
      madeAt: new Date(endedAt),
      importBatchId: batchId,
    };
  });
  await tx.withdrawal.createMany({ data: withdrawals });
  const texts = textsOf(inOrder, comments);
  const history = inOrder.map((forecast) => {
    const { forecasterId, madeAt, probability, probabilities, cdf } = forecast;
    const rationale = texts.get(forecast);
    return {
      forecasterId: userOf(importing, forecasterId),
      madeAt: new Date(madeAt),
      probabilities: probability === undefined ? (cdf ?? stated(probabilities ?? [])) : [probability],
      ...(rationale === undefined ? {} : { rationale }),
    };
  });
  await importForecasts(tx, batchId, questionId, history);
}

/** An option's probability is never missing here: that was refused. */
function stated(probabilities: readonly (number | null)[]): number[] {
  return probabilities.map((probability) => probability ?? Number.NaN);
}

/** What was written with each forecast: of several that one person made in one instant, with that of its place, or the last. */
export function textsOf(inOrder: readonly Forecast[], comments: readonly Comment[]): Map<Forecast, string> {
  const placed = Map.groupBy(inOrder, ({ forecasterId, madeAt }) => `${madeAt} ${forecasterId}`);
  const texts = new Map<Forecast, string>();
  for (const { forecasterId, madeAt, place, text } of comments) {
    const made = placed.get(`${madeAt} ${forecasterId}`) ?? [];
    const explained = made[place ?? made.length - 1];
    if (explained) texts.set(explained, text);
  }
  return texts;
}

/** The forecasts that ended before anything replaced them. */
function withdrawn(inOrder: readonly Forecast[]): (Forecast & { endedAt: number })[] {
  const nextMadeAt = new Map<string, number>();
  return inOrder.toReversed().flatMap((forecast) => {
    const replacedAt = nextMadeAt.get(forecast.forecasterId) ?? Number.POSITIVE_INFINITY;
    nextMadeAt.set(forecast.forecasterId, forecast.madeAt);
    const { endedAt } = forecast;
    return endedAt !== undefined && endedAt < replacedAt ? { ...forecast, endedAt } : [];
  });
}
