import { z } from "zod";

const waiting = {
  headline: z.string(),
  type: z.string(),
  actors: z.array(z.string()),
  country: z.string().nullable(),
  placeName: z.string().nullable(),
  occurredFrom: z.date(),
};
const counts = z.record(z.string(), z.number());

export const importReportOutput = z.object({
  /** Rows read, whatever became of them. */
  rows: z.number(),
  added: z.number(),
  /** Rows that were in the topic's inbox or log already, or twice in the file. */
  repeated: z.number(),
  faulty: z.number(),
  byType: counts,
  /** Rows that could not be taken in, by the rule they broke. */
  byReason: counts,
  /** What has no type of ours, and how often. */
  unmapped: counts,
  /** The first of the rows that could not be taken in. */
  faults: z.array(z.object({ line: z.number(), reason: z.string(), message: z.string() })),
  /** How the first rows will look. */
  sample: z.array(z.object({ line: z.number(), ...waiting })),
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
      twin: z.object({ id: z.string(), headline: z.string() }).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export const inboxDecidedOutput = z.object({
  /** How many were decided now; others had been before. */
  decided: z.number(),
  /** Those that the log refuses, and why. They still wait. */
  refused: z.array(z.object({ headline: z.string(), message: z.string() })),
  proposals: z.array(z.object({ slug: z.string(), title: z.string() })),
});
export const inboxCountsOutput = z.array(z.object({ topicId: z.string(), waiting: z.number() }));

export type ImportReport = z.infer<typeof importReportOutput>;
