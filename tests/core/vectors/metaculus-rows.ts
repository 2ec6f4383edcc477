import { questionScores } from "#core/scoring/question-scores.ts";
import type { ForecastRow, QuestionOutcome, ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import { mustBe } from "./watched-inputs.ts";

/** A forecast as Metaculus' tests write it: times in days, a probability, options or a CDF. */
export interface MetaculusForecast {
  startDay: number;
  endDay: number | null;
  p?: number;
  probs?: (number | null)[];
  cdf?: number[];
  cdfLinspace?: [number, number, number];
}

export interface MetaculusQuestion {
  forecasts: MetaculusForecast[];
  resolutionBucket: number;
  questionType: "binary" | "multiple_choice" | "numeric";
  openBoundsCount?: number;
}

export const DAY = 86_400_000;

/** Evenly spaced numbers, both ends included. */
export function evenly([first, last, count]: readonly [number, number, number]): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => first + ((last - first) * i) / (count - 1));
}

/** The location of the middle of a bucket, so that it is found again. */
export function locationOfBucket(bucket: number, buckets: number): number {
  if (bucket === 0) return -1;
  return bucket > buckets ? 2 : (bucket - 0.5) / buckets;
}

function statedBy(forecast: MetaculusForecast): ForecastRow["forecast"] {
  if (forecast.probs) return forecast.probs;
  if (forecast.cdf) return forecast.cdf;
  return forecast.cdfLinspace ? evenly(forecast.cdfLinspace) : (forecast.p as number);
}

/** Their rows carry no people: each row is a forecaster of its own, and its scores are that forecaster's. */
export function rowsOf(question: MetaculusQuestion): ForecastRow[] {
  return question.forecasts.map((forecast, i) => ({
    forecaster: i,
    madeAt: forecast.startDay * DAY,
    endedAt: forecast.endDay === null ? null : forecast.endDay * DAY,
    forecast: statedBy(forecast),
    inPool: true,
  }));
}

export function outcomeOf(question: MetaculusQuestion): QuestionOutcome {
  const { questionType, resolutionBucket, openBoundsCount = 0 } = question;
  mustBe("questionType", questionType, "binary", "multiple_choice", "numeric");
  if (questionType === "binary") return { type: "binary", outcome: resolutionBucket === 1 };
  if (questionType === "multiple_choice") return { type: "multiple_choice", outcome: resolutionBucket };
  const first = question.forecasts[0] as MetaculusForecast;
  const buckets = (first.cdf?.length ?? first.cdfLinspace?.[2] ?? 1) - 1;
  const outcome = locationOfBucket(resolutionBucket, buckets);
  return { type: "numeric", outcome, openLower: openBoundsCount > 0, openUpper: openBoundsCount > 1 };
}

export type ScoreName = "peer" | "baseline" | "spotPeer" | "spotBaseline";

/** Their answer, row by row: score and coverage, 0 and 0 for a row that never counted. */
export function scoresByRow(
  question: MetaculusQuestion,
  timeline: Omit<ResolvedQuestion, "type" | "outcome">,
  name: ScoreName,
) {
  const rows = rowsOf(question);
  const scores = questionScores({ ...outcomeOf(question), ...timeline } as ResolvedQuestion, rows);
  return rows.map((_, i) => {
    const found = scores.find(({ forecaster }) => forecaster === i);
    const score = found?.[name] ?? null;
    if (name === "spotPeer" || name === "spotBaseline") return { score: score ?? 0, coverage: score === null ? 0 : 1 };
    return { score: score ?? 0, coverage: found?.coverage ?? 0 };
  });
}
