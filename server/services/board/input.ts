import { z } from "zod";
import { seasonOfSlug } from "#core/ranking/season-of.ts";
import { safeText, slug } from "../safe-text.ts";

const season = z.string().refine((text) => seasonOfSlug(text) !== null, "A season is named like 2026-q1.");

/** A board is one season's, one topic's, or everybody's of all time; people and bots are ranked apart. */
export const boardInput = z.strictObject({
  season: season.optional(),
  topic: slug().optional(),
  bots: z.boolean().default(false),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const boardOfInput = z.strictObject({
  season: season.optional(),
  topic: slug().optional(),
  bots: z.boolean().default(false),
});
export const recordInput = z.strictObject({ name: safeText({ max: 40 }) });

export type BoardInput = z.input<typeof boardInput>;
export type BoardOfInput = z.input<typeof boardOfInput>;
