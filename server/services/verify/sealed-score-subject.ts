import { z } from "zod";
import type { ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import type { TimedForecast } from "#services/forecast/load-forecast-rows.ts";
import { rangeOf } from "#services/question/stored-range.ts";
import { resolvedBy } from "#services/score/resolved-by.ts";
import type { LeafLine } from "./read-record.ts";

/** What the record says of a question by the time one of its runs was sealed. */
export interface SealedQuestion {
  publication: unknown;
  readonly resolutions: Map<string, unknown>;
  /** Forecasts and withdrawals. */
  readonly acts: LeafLine[];
}

const instant = z.iso.datetime().transform((text) => Date.parse(text));
const publication = z.object({
  type: z.string(),
  opensAt: instant,
  closesAt: instant,
  revealAt: instant.nullable(),
  options: z.array(z.object({ id: z.string() })),
  unit: z.string().nullable().default(null),
  rangeMin: z.number().nullable().default(null),
  rangeMax: z.number().nullable().default(null),
  zeroPoint: z.number().nullable().default(null),
  openLower: z.boolean().nullable().default(null),
  openUpper: z.boolean().nullable().default(null),
});
const resolution = z.object({ outcome: z.string().nullable(), knownAt: instant });
const act = z.object({
  forecasterId: z.string(),
  sequence: z.number(),
  madeAt: instant,
  probabilities: z.array(z.number()).nullable().default(null),
});
const value = z.number().nullable();

export const sealedRun = z.object({
  resolutionId: z.string(),
  engine: z.string(),
  inputHash: z.string(),
  scores: z.array(
    z.object({
      forecasterId: z.string(),
      ...{ peer: value, peerCoverage: value, baseline: value, brier: value, relativeBrier: value },
      ...{ spotPeer: value, spotBaseline: value, coverage: value },
    }),
  ),
});

/** A question and its answer as scoring sees them; null when they are not sealed, or void. */
export function sealedSubject(question: SealedQuestion, resolutionId: string): ResolvedQuestion | null {
  const asked = publication.safeParse(question.publication).data;
  const answer = resolution.safeParse(question.resolutions.get(resolutionId)).data;
  if (!asked || !answer) return null;
  const optionIds = asked.options.map(({ id }) => id);
  return resolvedBy({ ...asked, optionIds, range: rangeOf(asked) }, answer);
}

/** Sealed forecasts in the order and with the ends that `loadForecastRows` gives them. */
export function sealedForecastRows(acts: readonly LeafLine[], bots: ReadonlySet<string>): TimedForecast[] {
  const known = acts.flatMap((leaf) => act.safeParse(leaf.value).data ?? []);
  const isWithdrawal = ({ probabilities }: { probabilities: number[] | null }) => (probabilities ? 0 : 1);
  const told = known
    .toSorted((a, b) => a.madeAt - b.madeAt || isWithdrawal(a) - isWithdrawal(b) || a.sequence - b.sequence)
    .reverse();
  const nextOf = new Map<string, number>();
  const rows = told.flatMap(({ forecasterId, madeAt, probabilities, sequence }) => {
    const endedAt = nextOf.get(forecasterId) ?? null;
    nextOf.set(forecasterId, madeAt);
    if (!probabilities) return [];
    return [{ forecaster: forecasterId, madeAt, endedAt, probabilities, inPool: !bots.has(forecasterId), sequence }];
  });
  return rows.sort((a, b) => a.madeAt - b.madeAt || a.sequence - b.sequence).map(({ sequence: _, ...row }) => row);
}
