import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { joinQuestions } from "#services/tournament/join-questions.ts";
import { found, type Importing } from "./importing.ts";

type Tournament = BundleDocument["tournaments"][number];

export interface TournamentHere {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** How many questions are in it. */
  readonly questions: number;
}

/** The tournaments whose addresses are taken here. */
export async function tournamentsHere(
  db: Pick<Tx, "tournament">,
  tournaments: readonly Tournament[],
): Promise<Map<string, TournamentHere>> {
  const rows = await db.tournament.findMany({
    where: { slug: { in: tournaments.map(({ id }) => id) } },
    select: {
      id: true,
      slug: true,
      title: true,
      startsAt: true,
      endsAt: true,
      _count: { select: { questions: true } },
    },
  });
  return new Map(rows.map(({ slug, _count, ...row }) => [slug, { ...row, questions: _count.questions }]));
}

/** Whether the tournament of an address is the one that a bundle tells of. */
export function isSameTournament(here: TournamentHere, { title, startsAt, endsAt }: Tournament): boolean {
  return here.title === title && here.startsAt.getTime() === startsAt && here.endsAt.getTime() === endsAt;
}

/** Puts a tournament here with its questions, each at its weight; those that are answered bring their scores along. */
export async function importTournament(
  tx: Tx,
  { importerId }: Pick<Importing, "importerId">,
  { id: slug, title, summary, startsAt, endsAt, questions }: Tournament,
  questionIds: ReadonlyMap<string, string>,
): Promise<void> {
  const tournament = await tx.tournament.create({
    data: { slug, title, summary, startsAt: new Date(startsAt), endsAt: new Date(endsAt), createdById: importerId },
    select: { id: true, endsAt: true },
  });
  const rows = await tx.question.findMany({
    where: { id: { in: questions.map(({ questionId }) => found(questionIds, questionId)) } },
    select: { id: true, slug: true },
  });
  const slugOf = new Map(rows.map((row) => [row.id, row.slug]));
  const joining = questions.map(({ questionId, weight }) => {
    return { slug: found(slugOf, found(questionIds, questionId)), weight };
  });
  await joinQuestions(tx, tournament, { joining, addedById: importerId });
}
