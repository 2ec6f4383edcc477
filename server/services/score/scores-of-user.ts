import { cursorOf, placeInList } from "#core/list-cursor.ts";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadPerson } from "#services/user/load-person.ts";
import { questionIsVisible } from "#services/visibility.ts";
import type { ScoresOfUserInput } from "./input.ts";

interface Row {
  questionId: string;
  slug: string;
  title: string;
  outcome: string | null;
  option: string | null;
  finalAt: Date;
  knownAt: Date;
  peer: number;
  peerCoverage: number;
  baseline: number;
  brier: number;
  coverage: number;
}

function after(cursor: string | undefined): Prisma.Sql {
  const place = placeInList("scores", cursor);
  if (!place) return Prisma.sql`TRUE`;
  const [at, id] = place;
  return Prisma.sql`(fr.final_at, fr.question_id) < (${new Date(Number(at))}::timestamptz, ${id}::uuid)`;
}

/** A person's scores, the question answered last first. */
export async function scoresOfUser(ctx: ServiceContext, { name, cursor, limit = 25 }: ScoresOfUserInput) {
  const { id } = await loadPerson(ctx.db, name);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT q.id AS "questionId", q.slug, q.title, r.outcome, o.label AS option, fr.final_at AS "finalAt",
      r.known_at AS "knownAt",
      s.peer, s.peer_coverage AS "peerCoverage", s.baseline, s.brier, s.coverage
    FROM scores s JOIN current_score_runs c ON c.run_id = s.run_id
      JOIN questions q ON q.id = c.question_id
      JOIN final_resolutions fr ON fr.question_id = q.id JOIN resolutions r ON r.id = fr.resolution_id
      LEFT JOIN question_options o ON o.question_id = q.id AND o.id::text = r.outcome
    WHERE s.forecaster_id = ${id}::uuid AND ${questionIsVisible(ctx)} AND ${after(cursor)}
    ORDER BY fr.final_at DESC, fr.question_id DESC LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ outcome, option, ...row }) => ({ ...row, answer: option ?? outcomeLabel(outcome, []) })),
    nextCursor: rows.length > limit && last ? cursorOf("scores", [last.finalAt.getTime(), last.questionId]) : null,
  };
}
