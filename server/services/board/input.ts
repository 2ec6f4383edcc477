import { z } from "zod";
import { BOARD_METRICS } from "#core/ranking/board-metrics.ts";
import { seasonOfSlug } from "#core/ranking/season-of.ts";
import { listCursor, safeText, slug } from "#services/safe-text.ts";

const season = z.string().refine((text) => seasonOfSlug(text) !== null, "A season is named like 2026-q1.");

/** A board is one season's, one topic's, one tournament's, or everybody's of all time; people and bots are ranked apart. */
const which = {
  season: season.optional(),
  topic: slug().optional(),
  tournament: slug().optional(),
  bots: z.boolean().default(false),
};

export const boardInput = z.strictObject({
  ...which,
  metric: z.enum(BOARD_METRICS.map(({ key }) => key)).default("rating"),
  cursor: listCursor("board"),
  limit: z.int().min(1).max(100).default(50),
});
/** A person's name, or a reference's method. */
export const compareInput = z.strictObject({ ...which, one: safeText({ max: 40 }), other: safeText({ max: 40 }) });
export const pairsInput = z.strictObject(which);
export const recordInput = z.strictObject({ name: safeText({ max: 40 }) });

export type BoardInput = z.input<typeof boardInput>;
export type CompareInput = z.input<typeof compareInput>;
export type WhichBoard = z.input<typeof pairsInput>;
