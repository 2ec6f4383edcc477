import { z } from "zod";
import { EVENT_FORMATS } from "#core/event/import/event-file.ts";
import { MAX_HEADER, MAX_PART } from "#core/event/import/event-file-parts.ts";
import { actorCode, eventType } from "#services/event/input.ts";
import { ordinal } from "#services/safe-number.ts";
import { listCursor, safeText, uuid } from "#services/safe-text.ts";

const withoutMark = (text: string) => text.replace(/^\uFEFF/, "");

export const importEventsInput = z.strictObject({
  topicId: uuid(),
  format: z.enum(EVENT_FORMATS),
  fileName: safeText({ max: 200 }),
  /** The line of the file, and for JSON the record, with which this part begins. */
  fromLine: ordinal().default(1),
  fromRecord: ordinal().default(1),
  /** For tables with names of columns: their line. */
  header: z.string().max(MAX_HEADER).default(""),
  text: z.string().min(1).max(MAX_PART).transform(withoutMark),
  /** One for all parts of a file: a row that came in an earlier part is repeated in the file, and not known from before. */
  run: z
    .string()
    .regex(/^[0-9a-f-]{16,40}$/)
    .optional(),
  /** Reads and reports, and writes nothing. */
  isPreview: z.boolean().default(false),
});
export const listInboxInput = z.strictObject({
  topicId: uuid(),
  type: eventType().optional(),
  actor: actorCode().optional(),
  place: safeText({ min: 0, max: 120 }).optional(),
  cursor: listCursor("inbox"),
  limit: z.int().min(1).max(100).default(50),
});
export const decideInboxInput = z.strictObject({
  topicId: uuid(),
  ids: z.array(uuid()).min(1).max(100),
  decision: z.enum(["accept", "dismiss"]),
});

export type ImportEventsInput = z.infer<typeof importEventsInput>;
export type ListInboxInput = z.infer<typeof listInboxInput>;
export type DecideInboxInput = z.infer<typeof decideInboxInput>;
