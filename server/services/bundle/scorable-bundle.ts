import type { BundleOutcome, BundleQuestion, ScorableBundle } from "#core/bundle/bundle.ts";
import { bundleFaults } from "#core/bundle/bundle-faults.ts";
import { statedValue } from "#core/bundle/stated-value.ts";
import type { BundleDocument } from "./bundle-document.ts";
import type { PlacedFault } from "./bundle-shape.ts";
import type { ReadBundle } from "./read-bundle.ts";
import { placedFault, refuseFaults } from "./refuse-faults.ts";

/** What scoring reads of a bundle, and everything that is wrong with it, by place. */
export function checkedBundle(
  read: ReadBundle,
  { clip }: { clip: boolean },
): { bundle: ScorableBundle; faults: PlacedFault[] } {
  const { document, elsewhere } = read;
  const bundle: ScorableBundle = {
    questions: document.questions.map(scorableQuestion),
    forecasters: document.forecasters.map(({ id, isBot, inPool }) => ({ id, isBot, inPool: inPool ?? !isBot })),
    forecasts: document.forecasts.map(({ endedAt, ...forecast }) => ({ ...forecast, endedAt: endedAt ?? null })),
    tournaments: document.tournaments.map(({ id, questions }) => ({ id, questions })),
  };
  const found = bundleFaults(bundle, { mayClip: clip, elsewhere });
  return { bundle, faults: [...read.faults, ...found.map((fault) => placedFault(read, fault))] };
}

/** What scoring reads of a bundle, free of faults; or an error that names every record that is wrong, and where. */
export function scorableBundle(read: ReadBundle, options: { clip: boolean }): ScorableBundle {
  const { bundle, faults } = checkedBundle(read, options);
  refuseFaults(faults);
  return bundle;
}

function scorableQuestion(question: BundleDocument["questions"][number]): BundleQuestion {
  const { id, type, opensAt, closesAt, revealAt, weight, options, topic, resolution } = question;
  return {
    id,
    type,
    opensAt,
    closesAt,
    weight,
    options,
    revealAt: revealAt ?? null,
    topic: topic ?? null,
    range: rangeOf(question),
    resolution: resolution ? { outcome: statedOutcome(type, resolution.outcome), knownAt: resolution.knownAt } : null,
  };
}

/** The range in numbers, also where the type takes none: that is a fault, told with the others. */
export function rangeOf({ type, range }: BundleDocument["questions"][number]): BundleQuestion["range"] {
  if (!range) return null;
  const { min, max, zeroPoint, openLower, openUpper } = range;
  const numberOf = (value: number | string) => statedValue(type === "date" ? "date" : "numeric", value);
  return {
    min: numberOf(min),
    max: numberOf(max),
    zeroPoint: zeroPoint === null ? null : numberOf(zeroPoint),
    openLower,
    openUpper,
  };
}

/** An answer as scoring has it: a date in epoch milliseconds; what states no date stays as it is, and is told as a fault. */
export function statedOutcome(type: BundleQuestion["type"], outcome: BundleOutcome): BundleOutcome {
  if (type !== "date" || outcome === "below" || outcome === "above") return outcome;
  if (typeof outcome === "number") return String(outcome);
  const at = typeof outcome === "string" ? statedValue("date", outcome) : Number.NaN;
  return Number.isNaN(at) ? outcome : at;
}
