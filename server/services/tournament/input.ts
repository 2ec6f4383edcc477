import { z } from "zod";
import { safeText, slug } from "../safe-text.ts";

const questions = z.array(slug()).min(1, "Name at least one question.").max(500, "At most 500 questions.");

export const createTournamentInput = z.strictObject({
  /** Made from the title when it is left out. */
  slug: slug().optional(),
  title: safeText({ max: 160 }),
  summary: safeText({ min: 0, max: 20_000 }),
  startsAt: z.date(),
  endsAt: z.date(),
  /** The addresses of published questions. */
  questions,
});
export const addTournamentQuestionsInput = z.strictObject({ slug: slug(), questions });
export const tournamentBySlugInput = z.strictObject({ slug: slug() });

export type CreateTournamentInput = z.infer<typeof createTournamentInput>;
export type AddTournamentQuestionsInput = z.infer<typeof addTournamentQuestionsInput>;
