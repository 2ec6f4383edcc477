import { DomainError } from "#core/errors.ts";
import { questionScores } from "#core/scoring/question-scores.ts";
import { inputHash, SCORE_ENGINE } from "#services/score/score-subject.ts";
import { scoringRows } from "#services/score/scoring-rows.ts";
import { type LeafLine, leavesOf, type ReadRecord } from "./read-record.ts";
import { fault, leafName, type RecordFault } from "./record-fault.ts";
import { type SealedQuestion, sealedForecastRows, sealedRun, sealedSubject } from "./sealed-score-subject.ts";

/** Whether every score run of this engine comes out of the sealed question, answer and forecasts again, to the last digit. */
export function checkScores(record: ReadRecord): RecordFault | null {
  const bots = new Set(record.lines.flatMap((line) => (line.kind === "record" ? line.bots : [])));
  const questions = new Map<string, SealedQuestion>();
  const questionOf = (id: string) => {
    const own: SealedQuestion = questions.get(id) ?? { publication: null, resolutions: new Map(), acts: [] };
    questions.set(id, own);
    return own;
  };
  for (const leaf of leavesOf(record)) {
    const questionId = leaf.value?.questionId;
    if (typeof questionId !== "string") continue;
    const question = questionOf(questionId);
    if (leaf.of === "publication") question.publication = leaf.value;
    else if (leaf.of === "resolution") question.resolutions.set(leaf.id, leaf.value);
    else if (leaf.of === "forecast" || leaf.of === "withdrawal") question.acts.push(leaf);
    else if (leaf.of === "score_run") {
      const wrong = wrongOrUnfit(() => wrongInRun(leaf, question, bots));
      if (wrong) return fault(leaf.line, "altered", `${leafName(leaf)}: ${wrong}`);
    }
  }
  return null;
}

/** An altered question, answer or forecast may break a rule of scoring itself. */
function wrongOrUnfit(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    if (error instanceof DomainError) return `it cannot be scored: ${error.code}.`;
    throw error;
  }
}

/** What is wrong with a run, or nothing; of another engine nothing can be said. */
function wrongInRun(leaf: LeafLine, question: SealedQuestion, bots: ReadonlySet<string>): string | null {
  const run = sealedRun.safeParse(leaf.value).data;
  if (!run) return "it is no score run.";
  if (run.engine !== SCORE_ENGINE) return null;
  const resolved = sealedSubject(question, run.resolutionId);
  if (!resolved) return "its question and answer are not in the record before it.";
  const rows = sealedForecastRows(question.acts, bots);
  if (inputHash(resolved, rows) !== run.inputHash) return "it was not computed from the forecasts before it.";
  const computed = new Map(
    questionScores(resolved, scoringRows(resolved, rows)).map((score) => [String(score.forecaster), score]),
  );
  if (computed.size !== run.scores.length) return "it scores other people than those who forecast.";
  for (const { forecasterId, ...stored } of run.scores) {
    const score = computed.get(forecasterId);
    const differs = (Object.keys(stored) as (keyof typeof stored)[]).find(
      (metric) => score?.[metric] !== stored[metric],
    );
    if (differs) return `the ${differs} of ${forecasterId} does not recompute.`;
  }
  return null;
}
