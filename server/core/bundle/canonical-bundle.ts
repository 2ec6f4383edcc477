import type { BundleForecast, ScorableBundle } from "./bundle.ts";

/**
 * The same records in the one order that stands for all orders: questions, forecasters and tournaments by id, forecasts by
 * question, forecaster, beginning and end. A forecast that ended where it began comes before the one that replaced it.
 *
 * Source: own rule; ids are compared by UTF-16 code units, as in RFC 8785.
 *
 * @example
 * canonicalBundle({ questions: [], forecasters: [{ id: "b", isBot: false, inPool: true }, { id: "a", isBot: false, inPool: true }], forecasts: [], tournaments: [] }).forecasters.map(({ id }) => id); // => ["a", "b"]
 */
export function canonicalBundle({ questions, forecasters, forecasts, tournaments }: ScorableBundle): ScorableBundle {
  return {
    questions: questions.toSorted((one, other) => byText(one.id, other.id)),
    forecasters: forecasters.toSorted((one, other) => byText(one.id, other.id)),
    forecasts: forecasts.toSorted(byPlace),
    tournaments: tournaments
      .map(({ id, questions: members }) => ({
        id,
        questions: members.toSorted((one, other) => byText(one.questionId, other.questionId)),
      }))
      .sort((one, other) => byText(one.id, other.id)),
  };
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function byPlace(one: BundleForecast, other: BundleForecast): number {
  const byWho = byText(one.questionId, other.questionId) || byText(one.forecasterId, other.forecasterId);
  if (byWho !== 0) return byWho;
  return one.madeAt - other.madeAt || Math.sign(endOf(one) - endOf(other)) || 0;
}

function endOf({ endedAt }: BundleForecast): number {
  return endedAt ?? Number.MAX_VALUE;
}
