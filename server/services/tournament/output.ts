import { z } from "zod";

const tournament = { slug: z.string(), title: z.string(), startsAt: z.date(), endsAt: z.date() };

export const tournamentKeyOutput = z.object({ slug: z.string() });
export const tournamentListOutput = z.array(z.object({ ...tournament, questions: z.number(), hasTable: z.boolean() }));
export const tournamentOutput = z.object({
  ...tournament,
  /** Markdown. */
  summary: z.string(),
  isOver: z.boolean(),
  questions: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      closesAt: z.date(),
      answer: z.string().nullable(),
      /** How much its scores count in the sums. */
      weight: z.number(),
    }),
  ),
});
export const tournamentTablesOutput = z.array(
  z.object({
    version: z.number(),
    publishedAt: z.date(),
    total: z.number(),
    /** The questions answered anew since the table before it. */
    changed: z.array(z.object({ slug: z.string(), title: z.string() })),
    rows: z.array(
      z.object({
        rank: z.number(),
        name: z.string(),
        isBot: z.boolean(),
        isSimulated: z.boolean(),
        peer: z.number(),
        coverage: z.number(),
        questions: z.number(),
        medal: z.enum(["gold", "silver", "bronze"]).nullable(),
      }),
    ),
  }),
);
