import { DomainError, ensure } from "#core/errors.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { Tx } from "#db/client.ts";
import { addToBoards } from "../score/add-to-boards.ts";
import { currentContributions, tournamentScope } from "../score/contributions.ts";
import { lockScoreTables } from "../score/lock-score-tables.ts";
import { lockQuestion } from "../transact.ts";

interface Tournament {
  readonly id: string;
  readonly endsAt: Date;
}

/** Puts published questions into a tournament; one that is answered already brings its scores along. */
export async function joinQuestions(
  tx: Tx,
  tournament: Tournament,
  { slugs, addedById }: { slugs: readonly string[]; addedById: string },
): Promise<void> {
  const wanted = [...new Set(slugs)];
  const questions = await tx.question.findMany({
    where: { slug: { in: wanted }, publication: { isNot: null } },
    select: {
      id: true,
      slug: true,
      topicId: true,
      closesAt: true,
      tournaments: { where: { tournamentId: tournament.id } },
    },
    orderBy: { id: "asc" },
  });
  const missing = wanted.find((slug) => !questions.some((question) => question.slug === slug));
  if (missing) throw new DomainError("subject_must_exist", `There is no published question “${missing}”.`, "questions");
  for (const { id: questionId, slug, topicId, closesAt, tournaments } of questions) {
    ensure(tournaments.length === 0, "question_must_not_be_in_tournament", `“${slug}” is in it already.`, "questions");
    ensure(
      closesAt <= tournament.endsAt,
      "question_must_close_within_tournament",
      `“${slug}” closes after the tournament ends.`,
      "questions",
    );
    await lockQuestion(tx, questionId);
    await tx.tournamentQuestion.create({ data: { tournamentId: tournament.id, questionId, addedById } });
    await lockScoreTables(tx);
    const place = { topicId, season: seasonOf(closesAt.getTime()).slug, tournamentIds: [tournament.id] };
    const current = await currentContributions(tx, questionId, place);
    if (current) await addToBoards(tx, [tournamentScope(tournament.id)], current.boards);
  }
}
