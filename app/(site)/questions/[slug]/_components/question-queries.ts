import { cache } from "react";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";

/** The question of a page, asked once however many parts of the page need it. */
export const questionOf = cache(async (slug: string) => orNotFound((await api()).question.bySlug({ slug })));

const evaluationAsOf = cache(async (slug: string, asOf: number | null) =>
  (await api()).question.evaluation({ slug, ...(asOf === null ? {} : { asOf: new Date(asOf) }) }),
);

/** What the log says of it, as known at an instant (epoch milliseconds) or now. */
export const evaluationOf = (slug: string, asOf?: number) => evaluationAsOf(slug, asOf ?? null);

/** What the reader has forecast on it, and what a forecast entry starts from. */
export const ownForecastsOf = cache(async (questionId: string) => (await api()).forecast.own({ questionId }));

/** The zone in which the question states its times. */
export function zoneOf(question: Awaited<ReturnType<typeof questionOf>>): string {
  return question.criteria[0]?.rule?.window.zone ?? "UTC";
}

/** Who drafted and published it, and how its criteria were clarified since. */
export const recordOf = cache(async (slug: string) => (await api()).criteria.record({ slug }));

/** Its market, or null where it has none. */
export const marketOf = cache(async (questionId: string) => (await api()).market.ofQuestion({ questionId }));

/** The prices of its market, from the opening on, a step for each change. */
export const priceHistoryOf = cache(async (questionId: string) => (await api()).market.priceHistory({ questionId }));
