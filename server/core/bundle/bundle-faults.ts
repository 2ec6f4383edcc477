import type { BundleForecast, ScorableBundle } from "./bundle.ts";
import type { BundleFault } from "./bundle-fault.ts";
import { forecastFault } from "./forecast-faults.ts";
import { questionFaults } from "./question-faults.ts";

/**
 * Everything that keeps a bundle from being scored or brought in, by the place of each record; empty when nothing does.
 *
 * Errors: none; faults are what it gives. With `mayClip` probabilities may lie anywhere in [0, 1], else in [0.001, 0.999].
 *
 * @example
 * bundleFaults({ questions: [], forecasters: [{ id: "f", isBot: false, inPool: true }], forecasts: [{ questionId: "q", forecasterId: "f", madeAt: 0, endedAt: null, probability: 0.5 }] }, { mayClip: false }).map(({ field }) => field); // => ["questionId"]
 */
export function bundleFaults(bundle: ScorableBundle, { mayClip }: { mayClip: boolean }): BundleFault[] {
  const { questions, forecasters, forecasts } = bundle;
  const people = new Set<string>();
  const faults = questionFaults(questions);
  for (const [index, { id }] of forecasters.entries()) {
    const message = `The forecaster "${id}" is in the bundle already.`;
    if (people.has(id)) faults.push({ list: "forecasters", index, field: "id", message });
    people.add(id);
  }
  const byId = new Map(questions.map((question) => [question.id, question]));
  for (const [index, forecast] of forecasts.entries()) {
    const { questionId, forecasterId } = forecast;
    const question = byId.get(questionId);
    const add = (field: string, message: string) => faults.push({ list: "forecasts", index, field, message });
    if (!people.has(forecasterId)) add("forecasterId", `There is no forecaster "${forecasterId}" in the bundle.`);
    if (!question) add("questionId", `There is no question "${questionId}" in the bundle.`);
    const fault = question && forecastFault(forecast, question, mayClip);
    if (fault) add(...fault);
  }
  return [...faults, ...rivalFaults(forecasts)];
}

/** Two forecasts of one person that begin at one instant, and neither ends there: nothing tells which one stood. */
function rivalFaults(forecasts: readonly BundleForecast[]): BundleFault[] {
  const seen = new Set<string>();
  return forecasts.flatMap(({ questionId, forecasterId, madeAt, endedAt }, index) => {
    if (endedAt === madeAt) return [];
    const key = JSON.stringify([questionId, forecasterId, madeAt]);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message =
      "The same person made another forecast on this question at this instant, so neither can be told to stand.";
    return { list: "forecasts", index, field: "madeAt", message } as const;
  });
}
