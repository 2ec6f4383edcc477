import { HORIZONS } from "#core/calibration/calibration-horizon.ts";
import { seasonOfSlug } from "#core/ranking/season-of.ts";
import type { CalibrationShape } from "./calibration-figure.tsx";

/** What an address asks of a calibration: `of=topic:muscat` or `of=season:2026-q1`, `horizon=0`, `as=curve`. */
export interface CalibrationAsked {
  readonly of: string;
  readonly which: { readonly topic?: string; readonly season?: string; readonly horizon?: number };
  readonly shape: CalibrationShape;
}

export function calibrationAsked(search: Record<string, string | string[] | undefined>): CalibrationAsked {
  const [kind, slug = ""] = typeof search.of === "string" ? search.of.split(":") : [];
  const index = typeof search.horizon === "string" && /^\d$/.test(search.horizon) ? Number(search.horizon) : null;
  const horizon = index !== null && index < HORIZONS.length ? { horizon: index } : {};
  const shape = search.as === "curve" || search.as === "bins" ? search.as : "auto";
  if (kind === "topic" && /^[a-z0-9-]{1,120}$/.test(slug)) {
    return { of: `topic:${slug}`, which: { topic: slug, ...horizon }, shape };
  }
  if (kind === "season" && seasonOfSlug(slug)) {
    return { of: `season:${slug}`, which: { season: slug, ...horizon }, shape };
  }
  return { of: "", which: horizon, shape };
}
