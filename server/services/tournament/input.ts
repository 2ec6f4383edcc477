import { z } from "zod";
import { instant } from "#services/safe-instant.ts";
import { safeText, slug } from "#services/safe-text.ts";

const question = z.strictObject({
  slug: slug(),
  /** How much its scores count in the sums. */
  weight: z.number().min(0.01, "A weight is 0.01 or more.").max(10, "A weight is 10 or less.").default(1),
});
const questions = z.array(question).min(1, "Name at least one question.").max(500, "At most 500 questions.");

export const createTournamentInput = z.strictObject({
  /** Made from the title when it is left out. */
  slug: slug().optional(),
  title: safeText({ max: 160 }),
  summary: safeText({ min: 0, max: 20_000 }),
  startsAt: instant(),
  endsAt: instant(),
  /** The addresses of published questions. */
  questions,
});
export const addTournamentQuestionsInput = z.strictObject({ slug: slug(), questions });
export const tournamentBySlugInput = z.strictObject({ slug: slug() });

export type CreateTournamentInput = z.input<typeof createTournamentInput>;
export type AddTournamentQuestionsInput = z.input<typeof addTournamentQuestionsInput>;

/** A published question, by its address, and how much it counts. */
export type JoiningQuestion = z.input<typeof question>;
