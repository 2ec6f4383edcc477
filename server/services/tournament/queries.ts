import { DomainError } from "#core/errors.ts";
import type { Medal } from "#core/ranking/medal-of-rank.ts";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import type { ServiceContext } from "#services/context.ts";
import { visibleQuestions, visibleTournaments } from "#services/visibility.ts";

const MAX_ROWS = 200;

/** Every tournament, the one that ends last first. */
export async function listTournaments(ctx: ServiceContext) {
  const rows = await ctx.db.tournament.findMany({
    where: visibleTournaments(ctx),
    orderBy: [{ endsAt: "desc" }, { id: "asc" }],
    select: {
      slug: true,
      title: true,
      startsAt: true,
      endsAt: true,
      _count: { select: { questions: true, tables: true } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, questions: _count.questions, hasTable: _count.tables > 0 }));
}

/** A tournament with its questions. Its board is read as boards are. */
export async function tournamentBySlug(ctx: ServiceContext, { slug }: { slug: string }) {
  const row = await ctx.db.tournament.findFirst({
    where: { slug, ...visibleTournaments(ctx) },
    select: {
      slug: true,
      title: true,
      summary: true,
      startsAt: true,
      endsAt: true,
      questions: {
        where: { question: visibleQuestions(ctx) },
        orderBy: [{ question: { closesAt: "asc" } }, { questionId: "asc" }],
        select: {
          weight: true,
          question: {
            select: {
              slug: true,
              title: true,
              closesAt: true,
              options: { select: { id: true, label: true } },
              final: { select: { resolution: { select: { outcome: true } } } },
            },
          },
        },
      },
    },
  });
  if (!row) throw new DomainError("subject_must_exist", { kind: "tournament", field: "slug" });
  const { questions, ...tournament } = row;
  return {
    ...tournament,
    isOver: tournament.endsAt <= ctx.now,
    questions: questions.map(({ weight, question: { options, final, ...question } }) => ({
      ...question,
      weight,
      answer: final ? outcomeLabel(final.resolution.outcome, options) : null,
    })),
  };
}

/** The tables that a tournament has published: the frozen one and, each beside it, the amended ones, the latest first. */
export async function tablesOfTournament(ctx: ServiceContext, { slug }: { slug: string }) {
  const tables = await ctx.db.tournamentTable.findMany({
    where: { tournament: { slug, ...visibleTournaments(ctx) } },
    orderBy: { version: "asc" },
    select: {
      version: true,
      runIds: true,
      publishedAt: true,
      _count: { select: { rows: true } },
      rows: {
        orderBy: [{ forecaster: { isBot: "asc" } }, { rank: "asc" }, { forecasterId: "asc" }],
        take: MAX_ROWS,
        select: {
          rank: true,
          peer: true,
          coverage: true,
          questions: true,
          medal: true,
          forecaster: { select: { name: true, isBot: true, isSimulated: true } },
        },
      },
    },
  });
  const runs = await ctx.db.scoreRun.findMany({
    where: { id: { in: tables.flatMap(({ runIds }) => runIds) }, question: visibleQuestions(ctx) },
    select: { id: true, question: { select: { slug: true, title: true } } },
  });
  const questionOf = new Map(runs.map(({ id, question }) => [id, question]));
  return tables
    .map(({ runIds, rows, _count, ...table }, i) => {
      const before = tables[i - 1]?.runIds ?? runIds;
      // A question answered anew has another run; one that became void has none.
      const changed = [...runIds, ...before].filter((id) => !(runIds.includes(id) && before.includes(id)));
      const questions = changed.flatMap((id) => questionOf.get(id) ?? []);
      return {
        ...table,
        total: _count.rows,
        rows: rows.map(({ forecaster, medal, ...row }) => ({ ...forecaster, ...row, medal: medal as Medal | null })),
        changed: [...new Map(questions.map((question) => [question.slug, question])).values()],
      };
    })
    .reverse();
}
