import { z } from "zod";
import { HORIZONS } from "#core/calibration/calibration-horizon.ts";
import { seasonOfSlug } from "#core/ranking/season-of.ts";
import { safeText, slug } from "#services/safe-text.ts";

/** Without a name: the crowd's. */
export const calibrationInput = z.strictObject({
  name: safeText({ max: 40 }).optional(),
  topic: slug().optional(),
  /** The season in which the questions closed; not together with a topic. */
  season: z
    .string()
    .refine((text) => seasonOfSlug(text) !== null, "A season is named like 2026-q1.")
    .optional(),
  /** How long before the answer: an index of the horizons. */
  horizon: z
    .int()
    .min(0)
    .max(HORIZONS.length - 1)
    .optional(),
});

export type CalibrationInput = z.infer<typeof calibrationInput>;
