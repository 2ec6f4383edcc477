import type { BundleOutcome, BundleQuestion, ScorableBundle } from "#core/bundle/bundle.ts";
import { bundleFaults } from "#core/bundle/bundle-faults.ts";
import type { BundleDocument } from "./bundle-document.ts";
import type { ReadBundle } from "./read-bundle.ts";
import { refuseFaults } from "./refuse-faults.ts";

/** What scoring reads of a bundle, free of faults; or an error that names every record that is wrong, and where. */
export function scorableBundle({ document, placeOf }: ReadBundle, { clip }: { clip: boolean }): ScorableBundle {
  const bundle: ScorableBundle = {
    questions: document.questions.map(scorableQuestion),
    forecasters: document.forecasters.map(({ id, isBot, inPool }) => ({ id, isBot, inPool: inPool ?? !isBot })),
    forecasts: document.forecasts.map(({ endedAt, ...forecast }) => ({ ...forecast, endedAt: endedAt ?? null })),
  };
  const faults = bundleFaults(bundle, { mayClip: clip });
  refuseFaults(
    faults.map(({ list, index, field, message }) => {
      const forecast = list === "forecasts" ? document.forecasts[index] : undefined;
      const whose = forecast
        ? ` (${forecast.forecasterId} on ${forecast.questionId}, ${new Date(forecast.madeAt).toISOString()})`
        : "";
      return `${placeOf(list, index)}.${field}: ${message}${whose}`;
    }),
  );
  return bundle;
}

function scorableQuestion(question: BundleDocument["questions"][number]): BundleQuestion {
  const { id, type, opensAt, closesAt, revealAt, weight, options, range, topic, resolution } = question;
  return {
    id,
    type,
    opensAt,
    closesAt,
    weight,
    options,
    revealAt: revealAt ?? null,
    topic: topic ?? null,
    range: range
      ? {
          ...range,
          min: numberOf(range.min),
          max: numberOf(range.max),
          zeroPoint: range.zeroPoint === null ? null : numberOf(range.zeroPoint),
        }
      : null,
    resolution: resolution
      ? { outcome: type === "date" ? dateOutcome(resolution.outcome) : resolution.outcome, knownAt: resolution.knownAt }
      : null,
  };
}

/** The end of a range: a number as it is, an instant in epoch milliseconds; NaN, which no range takes, for other text. */
function numberOf(value: number | string): number {
  return typeof value === "number" ? value : Date.parse(value);
}

function dateOutcome(outcome: BundleOutcome): BundleOutcome {
  if (typeof outcome !== "string") return outcome;
  const at = Date.parse(outcome);
  return Number.isNaN(at) ? outcome : at;
}
