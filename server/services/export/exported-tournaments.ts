import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { idPages, inOrderOf } from "./cursor-rows.ts";

type TournamentText = NonNullable<BundleText["tournaments"]>[number];

/** The tournaments with what their questions weigh; of one topic, those that have no question of another. */
export async function* exportedTournaments(tx: Tx, topic: string | undefined): AsyncGenerator<TournamentText> {
  const isWhole = topic
    ? Prisma.sql`EXISTS (SELECT FROM tournament_questions m WHERE m.tournament_id = t.id) AND NOT EXISTS (
        SELECT FROM tournament_questions m JOIN questions q ON q.id = m.question_id LEFT JOIN topics o ON o.id = q.topic_id
        WHERE m.tournament_id = t.id AND o.slug IS DISTINCT FROM ${topic})`
    : Prisma.sql`TRUE`;
  const all = Prisma.sql`SELECT t.id FROM tournaments t WHERE ${isWhole} ORDER BY t.starts_at, t.slug COLLATE "C"`;
  for await (const ids of idPages(tx, all)) {
    const rows = await tx.tournament.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        slug: true,
        title: true,
        summary: true,
        startsAt: true,
        endsAt: true,
        questions: { select: { weight: true, question: { select: { slug: true } } } },
      },
    });
    for (const { slug, title, summary, startsAt, endsAt, questions } of inOrderOf(ids, rows)) {
      yield {
        id: slug,
        title,
        summary,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        questions: questions
          .map(({ weight, question }) => ({ questionId: question.slug, weight }))
          .sort((one, other) => (one.questionId < other.questionId ? -1 : 1)),
      };
    }
  }
}
