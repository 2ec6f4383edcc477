import { z } from "zod";

/** The latest reading of a source's page. */
export const sourcePageOutput = z.object({
  url: z.string(),
  finalUrl: z.string(),
  status: z.number(),
  mediaType: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: z.date().nullable(),
  sha256: z.string(),
  bytes: z.number(),
  fetchedAt: z.date(),
  fetchedByName: z.string(),
  /** The reading before it. */
  before: z.object({ sha256: z.string(), fetchedAt: z.date() }).nullable(),
});
export const sourcePagesOutput = z.array(sourcePageOutput);
export const mayFetchOutput = z.boolean();

export type SourcePageView = z.infer<typeof sourcePageOutput>;
