import type { QuestionRange } from "#core/question/question-range.ts";
import { randomSequence } from "#core/random/random-sequence.ts";
import { cdfFromQuantiles } from "#core/scoring/cdf-from-quantiles.ts";
import type { HistoricalForecast } from "#services/import/import-forecasts.ts";
import { DAY_MS, type StoryQuestion } from "./story.ts";

const LEAST = 0.02;
const REASONS = [
  "Base rate first: rounds announced in public have mostly taken place, but late.",
  "Both sides gain from waiting; I lean toward nothing happening inside the window.",
  "The mediator's silence is itself a signal. Moved up a little.",
  "No new document since my last look, so I let the time that is left decide.",
  "The condition asks for two things at once. Fewer ways to come true than it seems.",
  "I was above the crowd for no reason that I could name. Moved back.",
] as const;

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** What one simulated forecaster believes at a share of the time gone by: noise that news, and skill, wear down. */
function belief(question: StoryQuestion, at: number, skill: number, leaning: number, noise: number): number {
  const share = (at - question.opensAt) / (question.closesAt - question.opensAt);
  const isNews = question.newsAt !== undefined && at >= question.newsAt;
  const pull = (isNews ? 3.8 : (question.drift * 2 - 1) * (0.4 + 1.6 * share)) * skill;
  return logistic(pull + leaning + noise);
}

function spread(first: number, options: number, random: () => number): number[] {
  const weights = Array.from({ length: options - 1 }, () => 0.3 + random());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = weights.map((weight) => Math.max(LEAST, ((1 - first) * weight) / total));
  const sum = first + rest.reduce((all, value) => all + value, 0);
  return [first, ...rest].map((value) => value / sum);
}

/** A distribution about a place of the range, wider for some than for others. */
function distribution({ openLower, openUpper }: QuestionRange, middle: number, random: () => number): number[] {
  const centre = 0.12 + 0.66 * middle;
  const reach = 0.05 + 0.05 * random();
  const quantiles = [-1, 0, 1.8].map((step, k) => ({
    location: centre + step * reach,
    probability: 0.03 + 0.94 * ([0.1, 0.5, 0.9][k] as number),
  }));
  return cdfFromQuantiles(quantiles, { below: openLower ? 0.03 : 0, above: openUpper ? 0.03 : 0 });
}

function stated({ options, range }: StoryQuestion, first: number, random: () => number): number[] {
  if (range) return distribution(range, first, random);
  return options ? spread(first, options.length, random) : [first];
}

/** The simulated forecasts of one question until `now`: the same for the same seed, question and day. */
export function simulatedHistory(
  question: StoryQuestion,
  forecasters: readonly string[],
  now: number,
  seed: string,
): HistoricalForecast[] {
  const sequence = randomSequence(seed);
  const random = () => sequence.next();
  const until = Math.min(question.closesAt, now);
  return forecasters.flatMap((forecasterId, index) => {
    const skill = 0.35 + (0.9 * ((index * 7) % forecasters.length)) / forecasters.length;
    const leaning = (random() - 0.5) * 1.4;
    if (random() < 0.12) return [];
    const starts = question.opensAt + random() ** 2 * 0.5 * (until - question.opensAt);
    const count = 2 + Math.floor(random() * 5);
    return Array.from({ length: count }, (_, i) => {
      const at = starts + ((until - starts) * (i + random() * 0.8)) / count;
      const madeAt = new Date(Math.floor(Math.min(at, until - DAY_MS / 24)));
      const p = Math.min(
        1 - LEAST,
        Math.max(LEAST, belief(question, madeAt.getTime(), skill, leaning, (random() - 0.5) * 1.1)),
      );
      const first = Math.round(p * 100) / 100;
      const probabilities = stated(question, first, random);
      const rationale = random() < 0.08 ? REASONS[Math.floor(random() * REASONS.length)] : undefined;
      return { forecasterId, madeAt, probabilities, ...(rationale ? { rationale } : {}) };
    });
  });
}
