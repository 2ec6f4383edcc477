import { z } from "zod";
import { EVENT_FORMATS, MOST_PART } from "#core/event/import/event-file-parts.ts";
import { actorCode } from "../event/input.ts";
import { safeText, uuid } from "../safe-text.ts";

export const importEventsInput = z.strictObject({
  topicId: uuid(),
  format: z.enum(EVENT_FORMATS),
  fileName: safeText({ max: 200 }),
  /** The line of the file on which this part begins. */
  fromLine: z.int().min(1).default(1),
  /** For tables with names of columns: their line. */
  header: z.string().max(5000).default(""),
  text: z.string().min(1).max(MOST_PART),
  /** Reads and reports, and writes nothing. */
  isPreview: z.boolean().default(false),
});
export const listInboxInput = z.strictObject({
  topicId: uuid(),
  type: z.string().trim().max(80).optional(),
  actor: actorCode().optional(),
  place: safeText({ min: 0, max: 120 }).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const decideInboxInput = z.strictObject({
  topicId: uuid(),
  ids: z.array(uuid()).min(1).max(100),
  decision: z.enum(["accept", "dismiss"]),
});

export type ImportEventsInput = z.input<typeof importEventsInput>;
export type ListInboxInput = z.input<typeof listInboxInput>;
export type DecideInboxInput = z.infer<typeof decideInboxInput>;
