import { type AddressQuery, addressParams, isSlug } from "#app/_address/address-params.ts";
import { HORIZONS } from "#core/calibration/calibration-horizon.ts";
import { seasonOfSlug } from "#core/ranking/season-of.ts";
import type { CalibrationShape } from "./calibration-figure.tsx";

/** What an address asks of a calibration: `of=topic:muscat` or `of=season:2026-q1`, `horizon=0`, `as=curve`. */
export interface CalibrationParams {
  readonly of: string;
  readonly which: { readonly topic?: string; readonly season?: string; readonly horizon?: number };
  readonly shape: CalibrationShape;
}

export function calibrationParams(search: AddressQuery): CalibrationParams {
  const params = addressParams(search);
  const [kind, slug = ""] = params.text("of")?.split(":") ?? [];
  const asked = params.text("horizon");
  const index = HORIZONS.findIndex((_, place) => String(place) === asked);
  const horizon = index >= 0 ? { horizon: index } : {};
  const shape = params.oneOf("as", ["curve", "bins"]) ?? "auto";
  if (kind === "topic" && isSlug(slug)) {
    return { of: `topic:${slug}`, which: { topic: slug, ...horizon }, shape };
  }
  if (kind === "season" && seasonOfSlug(slug)) {
    return { of: `season:${slug}`, which: { season: slug, ...horizon }, shape };
  }
  return { of: "", which: horizon, shape };
}
