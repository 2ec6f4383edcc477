import { DomainError, ensure } from "#core/errors.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { Tx } from "#db/client.ts";
import { lockRows } from "#db/locks.ts";
import { published } from "#services/question-state.ts";
import { addToBoards } from "#services/score/add-to-boards.ts";
import { boardChanges, currentContributions, tournamentScope } from "#services/score/contributions.ts";
import { lockScoreTables } from "#services/score/lock-score-tables.ts";
import type { JoiningQuestion } from "./input.ts";

interface Tournament {
  readonly id: string;
  readonly endsAt: Date;
}

/** The published questions with these addresses, locked: nothing of them changes while they join. */
async function lockPublished(tx: Tx, slugs: readonly string[], tournamentId: string) {
  const where = { slug: { in: [...slugs] }, ...published };
  const ids = (await tx.question.findMany({ where, select: { id: true } })).map(({ id }) => id);
  await lockRows(tx, "question", ids);
  const questions = await tx.question.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, topicId: true, closesAt: true, tournaments: { where: { tournamentId } } },
    orderBy: { id: "asc" },
  });
  const missing = slugs.find((slug) => !questions.some((question) => question.slug === slug));
  if (missing)
    throw new DomainError("subject_must_exist", { kind: "published_question", name: missing, field: "questions" });
  return questions;
}

/** Puts published questions into a tournament; one that is answered already brings its scores along. */
export async function joinQuestions(
  tx: Tx,
  { id: tournamentId, endsAt }: Tournament,
  { joining, addedById }: { joining: readonly JoiningQuestion[]; addedById: string },
): Promise<void> {
  const weightOf = new Map(joining.map(({ slug, weight }) => [slug, weight ?? 1]));
  const questions = await lockPublished(tx, [...weightOf.keys()], tournamentId);
  for (const { slug, closesAt, tournaments } of questions) {
    ensure(tournaments.length === 0, "question_must_not_be_in_tournament", { question: slug, field: "questions" });
    ensure(closesAt <= endsAt, "question_must_close_within_tournament", { question: slug, field: "questions" });
  }
  const joined = questions.map((question) => ({ ...question, weight: weightOf.get(question.slug) ?? 1 }));
  await tx.tournamentQuestion.createMany({
    data: joined.map(({ id, weight }) => ({ tournamentId, questionId: id, weight, addedById })),
  });
  await lockScoreTables(tx);
  for (const { id, topicId, closesAt, weight } of joined) {
    const place = { topicId, season: seasonOf(closesAt.getTime()).slug, tournaments: [{ id: tournamentId, weight }] };
    const current = await currentContributions(tx, id, place);
    if (current) await addToBoards(tx, [tournamentScope(tournamentId)], boardChanges(current.scores, weight));
  }
}
