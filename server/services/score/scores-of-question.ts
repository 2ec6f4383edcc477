import { referenceOf } from "#core/aggregation/reference-methods.ts";
import { DomainError } from "#core/errors.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import type { ServiceContext } from "#services/context.ts";
import { hiddenUntil, visibleQuestions } from "#services/visibility.ts";

const MAX_SCORES = 200;

const figures = {
  peer: true,
  peerCoverage: true,
  baseline: true,
  brier: true,
  relativeBrier: true,
  coverage: true,
  spotPeer: true,
  spotBaseline: true,
} as const;

/** The question of a scores page, with the answer that its scores come from. */
export async function scoredQuestion(ctx: ServiceContext, slug: string) {
  const row = await ctx.db.question.findFirst({
    where: { slug, ...visibleQuestions(ctx) },
    select: {
      id: true,
      slug: true,
      type: true,
      title: true,
      topicId: true,
      opensAt: true,
      closesAt: true,
      deadlineAt: true,
      revealAt: true,
      options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
      final: {
        select: { finalAt: true, resolution: { select: { id: true, version: true, outcome: true, knownAt: true } } },
      },
    },
  });
  if (!row) throw new DomainError("subject_must_exist", { kind: "question", field: "slug" });
  const { final, topicId, ...question } = row;
  const answer = final && {
    resolutionId: final.resolution.id,
    version: final.resolution.version,
    outcome: final.resolution.outcome,
    label: outcomeLabel(final.resolution.outcome, row.options),
    knownAt: final.resolution.knownAt,
    finalAt: final.finalAt,
  };
  const { slug: season, label: seasonLabel } = seasonOf(row.closesAt.getTime());
  return { question: { ...question, season, seasonLabel }, answer };
}

/** Everybody's scores on a question, the best Peer score first, with the run that computed them. */
export async function scoresOfQuestion(ctx: ServiceContext, { slug }: { slug: string }) {
  const { question, answer } = await scoredQuestion(ctx, slug);
  const current = await ctx.db.currentScoreRun.findUnique({
    where: { questionId: question.id },
    select: {
      inSeason: true,
      inCalibration: true,
      run: {
        select: {
          number: true,
          engine: true,
          inputHash: true,
          createdAt: true,
          _count: { select: { scores: true } },
          references: { select: { method: true, peer: true, baseline: true, brier: true, coverage: true } },
          scores: {
            select: { ...figures, forecaster: { select: { name: true, isBot: true, isSimulated: true } } },
            orderBy: [{ peer: "desc" }, { forecasterId: "asc" }],
            take: MAX_SCORES,
          },
        },
      },
    },
  });
  if (!current) return { question, answer, run: null, scores: [], references: [] };
  const { scores, references, _count, ...run } = current.run;
  // What the crowd or the market scored tells what it said.
  const isTold = hiddenUntil(ctx, question) === null;
  return {
    question,
    answer,
    run: { ...run, inSeason: current.inSeason, inCalibration: current.inCalibration, total: _count.scores },
    scores: scores.map(({ forecaster, ...score }) => ({ ...forecaster, ...score })),
    references: (isTold ? references : [])
      .flatMap(({ method, ...score }) => {
        const reference = referenceOf(method);
        return reference ? [{ label: reference.label, note: reference.note, ...score }] : [];
      })
      .sort((one, other) => other.peer - one.peer),
  };
}
