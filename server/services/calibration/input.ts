import { z } from "zod";
import { HORIZONS } from "#core/calibration/calibration-horizon.ts";
import { safeText, slug } from "../safe-text.ts";

/** Without a name: the crowd's. */
export const calibrationInput = z.strictObject({
  name: safeText({ max: 40 }).optional(),
  topic: slug().optional(),
  /** How long before the answer: an index of the horizons. */
  horizon: z
    .int()
    .min(0)
    .max(HORIZONS.length - 1)
    .optional(),
});

export type CalibrationInput = z.infer<typeof calibrationInput>;
