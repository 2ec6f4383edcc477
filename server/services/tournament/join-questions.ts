import { DomainError, ensure } from "#core/errors.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { Tx } from "#db/client.ts";
import { addToBoards } from "../score/add-to-boards.ts";
import { boardChanges, currentContributions, tournamentScope } from "../score/contributions.ts";
import { lockScoreTables } from "../score/lock-score-tables.ts";
import { lockQuestion } from "../transact.ts";
import type { JoiningQuestion } from "./input.ts";

interface Tournament {
  readonly id: string;
  readonly endsAt: Date;
}

/** Puts published questions into a tournament; one that is answered already brings its scores along. */
export async function joinQuestions(
  tx: Tx,
  tournament: Tournament,
  { joining, addedById }: { joining: readonly JoiningQuestion[]; addedById: string },
): Promise<void> {
  const weightOf = new Map(joining.map(({ slug, weight }) => [slug, weight ?? 1]));
  const wanted = [...weightOf.keys()];
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
    const weight = weightOf.get(slug) ?? 1;
    await tx.tournamentQuestion.create({ data: { tournamentId: tournament.id, questionId, weight, addedById } });
    await lockScoreTables(tx);
    const place = { topicId, season: seasonOf(closesAt.getTime()).slug, tournaments: [{ id: tournament.id, weight }] };
    const current = await currentContributions(tx, questionId, place);
    if (current) await addToBoards(tx, [tournamentScope(tournament.id)], boardChanges(current.scores, weight));
  }
}
