import { z } from "zod";
import { NOTE_RULES, ROW_RULES } from "#core/event/import/row-problems.ts";
import { brokenOutput } from "#services/broken-output.ts";

const waiting = {
  headline: z.string(),
  type: z.string(),
  actors: z.array(z.string()),
  country: z.string().nullable(),
  placeName: z.string().nullable(),
  occurredFrom: z.date(),
};
/** By names that others choose: a list, since an object has names of its own. */
const counts = z.array(z.object({ name: z.string(), count: z.number() }));
const remark = {
  line: z.number(),
  /** Which record of a JSON file it is about; null in a table. */
  record: z.number().nullable(),
  /** The column or member; null where it is about the whole row. */
  column: z.string().nullable(),
  message: z.string(),
  /** The words of the row that it is about. */
  text: z.string(),
};

export const importReportOutput = z.object({
  /** Rows read; each was added, known, repeated or left out. A preview adds none, and knows of no other import. */
  rows: z.number(),
  added: z.number(),
  /** Rows that had come into the topic before. */
  known: z.number(),
  /** Rows that had come earlier in the file. */
  repeated: z.number(),
  leftOut: z.number(),
  byType: counts,
  /** Rows that were left out, by the rule they broke. */
  byRule: counts,
  /** What has no type of ours, and how often. */
  unmapped: counts,
  /** Why each row that was left out was. */
  faults: z.array(z.object({ ...remark, rule: z.enum(ROW_RULES) })),
  /** What was taken in otherwise than it is written. */
  notes: z.array(z.object({ ...remark, rule: z.enum(NOTE_RULES) })),
  byNote: counts,
  /** How the first rows will look. */
  sample: z.array(z.object({ line: z.number(), record: z.number().nullable(), ...waiting })),
});
export const inboxOutput = z.object({
  /** How many of the topic wait, and how many of them fit what was asked. */
  waiting: z.number(),
  fitting: z.number(),
  items: z.array(
    z.object({
      id: z.string(),
      ...waiting,
      description: z.string(),
      source: z.object({ url: z.string(), publisher: z.string() }).nullable(),
      /** The event of the log that tells of the same, by its page. */
      duplicate: z.object({ id: z.string(), headline: z.string() }).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export const inboxDecidedOutput = z.object({
  /** How many were decided now; others had been before. */
  decided: z.number(),
  /** Those that the log refuses, and why. They still wait. */
  refused: z.array(z.object({ headline: z.string(), broken: brokenOutput })),
  proposals: z.array(z.object({ slug: z.string(), title: z.string() })),
  /** False when the questions could not be asked just now; the engine asks them again within a minute. */
  areEvaluated: z.boolean(),
});
export const inboxCountsOutput = z.array(z.object({ topicId: z.string(), waiting: z.number() }));

export type ImportReport = z.infer<typeof importReportOutput>;
