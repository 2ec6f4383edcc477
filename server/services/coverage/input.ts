import { z } from "zod";
import { actorCode } from "#services/event/input.ts";
import { instant } from "#services/safe-instant.ts";
import { safeText, uuid } from "#services/safe-text.ts";

export const signCoverageInput = z.strictObject({
  topicId: uuid(),
  /** Type prefixes; none: every type. */
  types: z
    .array(safeText({ max: 80 }))
    .max(50)
    .default([]),
  /** Actor prefixes; none: whoever took part. */
  actors: z.array(actorCode()).max(50).default([]),
  coversFrom: instant(),
  coversUntil: instant(),
  note: safeText({ min: 0, max: 2000 }).default(""),
  /** The statement that this one replaces. */
  supersedesId: uuid().nullable().default(null),
});
export const listCoverageInput = z.strictObject({ topicId: uuid(), asOf: instant().optional() });

export const waitingQuestionsInput = z.strictObject({ topicId: uuid().optional() });

export type SignCoverageInput = z.infer<typeof signCoverageInput>;
export type ListCoverageInput = z.infer<typeof listCoverageInput>;
