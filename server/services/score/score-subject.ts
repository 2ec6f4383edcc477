import { createHash } from "node:crypto";
import { canonicalJson } from "#core/canonical-json.ts";
import { DomainError } from "#core/errors.ts";
import type { QuestionRange } from "#core/question/question-range.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import type { Db, Tx } from "#db/client.ts";
import type { TimedForecast } from "#services/forecast/load-forecast-rows.ts";
import { rangeColumns, rangeOf } from "#services/question/stored-range.ts";
import type { TournamentPlace } from "./contributions.ts";
import { resolvedBy } from "./resolved-by.ts";

/** Which rules computed a run. A change of a formula is a new version, and old runs keep the old one. */
export const SCORE_ENGINE = "parley-score/1";
const ROWS_HASHED_AT_ONCE = 1000;

/** A question with one answer of it, as scoring sees them. */
export interface ScoreSubject {
  readonly questionId: string;
  readonly topicId: string | null;
  readonly closesAt: Date;
  readonly deadlineAt: Date;
  /** The slug of the one season it belongs to. */
  readonly season: string;
  readonly tournaments: readonly TournamentPlace[];
  readonly knownAt: Date;
  /** Null for a void: nobody earns anything. */
  readonly resolved: ResolvedQuestion | null;
}

export async function loadScoreSubject(
  db: Db | Tx,
  { questionId, resolutionId }: { questionId: string; resolutionId: string },
): Promise<ScoreSubject> {
  const row = await db.resolution.findUnique({
    where: { id: resolutionId, questionId },
    select: {
      outcome: true,
      knownAt: true,
      question: {
        select: {
          type: true,
          topicId: true,
          opensAt: true,
          closesAt: true,
          deadlineAt: true,
          revealAt: true,
          ...rangeColumns,
          options: { select: { id: true }, orderBy: { position: "asc" } },
          tournaments: { select: { tournamentId: true, weight: true }, orderBy: { tournamentId: "asc" } },
        },
      },
    },
  });
  if (!row) throw new DomainError("subject_must_exist", { kind: "resolution_of_question" });
  const { question, outcome, knownAt } = row;
  const { options, tournaments } = question;
  return scoreSubject(
    {
      ...question,
      questionId,
      range: rangeOf(question),
      optionIds: options.map(({ id }) => id),
      tournaments: tournaments.map(({ tournamentId: id, weight }) => ({ id, weight })),
    },
    { outcome, knownAt },
  );
}

interface AnsweredQuestion {
  readonly questionId: string;
  readonly type: string;
  readonly topicId: string | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly deadlineAt: Date;
  readonly revealAt: Date | null;
  readonly range: QuestionRange | null;
  readonly optionIds: readonly string[];
  readonly tournaments: readonly TournamentPlace[];
}

/** A question and one answer of it, as scoring sees them. */
export function scoreSubject(
  {
    questionId,
    type,
    topicId,
    opensAt,
    closesAt,
    deadlineAt,
    revealAt,
    range,
    optionIds,
    tournaments,
  }: AnsweredQuestion,
  { outcome, knownAt }: { outcome: string | null; knownAt: Date },
): ScoreSubject {
  const resolved = resolvedBy(
    {
      type,
      opensAt: opensAt.getTime(),
      closesAt: closesAt.getTime(),
      revealAt: revealAt?.getTime() ?? null,
      optionIds,
      range,
    },
    { outcome, knownAt: knownAt.getTime() },
  );
  const season = seasonOf(closesAt.getTime()).slug;
  return { questionId, topicId, closesAt, deadlineAt, season, tournaments, knownAt, resolved };
}

/** sha256 of the canonical text of all that a run is computed from: same hash, same scores. */
export function inputHash(resolved: ResolvedQuestion, rows: readonly TimedForecast[]): string {
  const hash = createHash("sha256");
  hash.update(canonicalJson({ engine: SCORE_ENGINE, question: resolved }));
  for (let from = 0; from < rows.length; from += ROWS_HASHED_AT_ONCE) {
    // A list of finite numbers, names and flags has one JSON text, the canonical one.
    const texts = rows
      .slice(from, from + ROWS_HASHED_AT_ONCE)
      .map(({ forecaster, madeAt, endedAt, probabilities, inPool }) =>
        JSON.stringify([forecaster, madeAt, endedAt, probabilities, inPool]),
      );
    hash.update(`\n${texts.join("\n")}`);
  }
  return `sha256:${hash.digest("hex")}`;
}
