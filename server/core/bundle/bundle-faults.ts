import type { BundleForecast, ScorableBundle } from "./bundle.ts";
import type { BundleFault } from "./bundle-fault.ts";
import { forecastFault } from "./forecast-faults.ts";
import { questionFaults } from "./question-faults.ts";
import { tournamentFaults } from "./tournament-faults.ts";

/** Ids that the file also has, in records which have faults of their own: what names them is not wrong for that. */
export type NamedElsewhere = Readonly<Record<"questions" | "forecasters" | "events" | "coverage", ReadonlySet<string>>>;

const NOTHING: NamedElsewhere = {
  questions: new Set(),
  forecasters: new Set(),
  events: new Set(),
  coverage: new Set(),
};

/**
 * Everything that keeps a bundle from being scored or brought in, by the place of each record; empty when nothing does.
 *
 * Errors: none; faults are what it gives. With `mayClip` probabilities may lie anywhere in [0, 1], else in [0.001, 0.999].
 *
 * @example
 * bundleFaults({ questions: [], forecasters: [{ id: "f", isBot: false, inPool: true }], forecasts: [{ questionId: "q", forecasterId: "f", madeAt: 0, endedAt: null, probability: 0.5 }], tournaments: [] }, { mayClip: false }).map(({ field }) => field); // => ["questionId"]
 */
export function bundleFaults(
  bundle: ScorableBundle,
  { mayClip, elsewhere = NOTHING }: { mayClip: boolean; elsewhere?: NamedElsewhere },
): BundleFault[] {
  const { questions, forecasters, forecasts, tournaments } = bundle;
  const people = new Set<string>();
  const faults = questionFaults(questions);
  const unsound = new Set(faults.map(({ index }) => questions[index]));
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
    if (!people.has(forecasterId) && !elsewhere.forecasters.has(forecasterId))
      add("forecasterId", `There is no forecaster "${forecasterId}" in the bundle.`);
    if (!question && !elsewhere.questions.has(questionId))
      add("questionId", `There is no question "${questionId}" in the bundle.`);
    // Of a question with faults of its own, only what does not depend on its answer can be told.
    const asked = question && unsound.has(question) ? { ...question, resolution: null } : question;
    const fault = asked && forecastFault(forecast, asked, mayClip);
    if (fault) add(...fault);
  }
  return [...faults, ...rivalFaults(forecasts), ...tournamentFaults(tournaments, byId, elsewhere.questions)];
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
