import type { Tx } from "#db/client.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { scoreResolution } from "#services/score/score-resolution.ts";
import { lockQuestion } from "#services/transact.ts";
import type { ImportedQuestion } from "./forecastbench-questions.ts";
import { importForecasts } from "./import-forecasts.ts";
import { importResolution } from "./import-resolution.ts";
import { keptQuestions } from "./kept-questions.ts";
import { type BegunImport, externalKey, noteOf, userOf } from "./write-bench-question.ts";

/**
 * Adds to a question that was imported before: rows that were left out then, and the answer that was not known then. Its
 * scores are computed anew. Once the question is locked it is read again: another import may have been here first.
 */
export async function addToKeptQuestion(tx: Tx, begun: BegunImport, item: ImportedQuestion): Promise<void> {
  const key = externalKey(item);
  const found = (await keptQuestions(tx, [key])).get(key);
  if (!found) throw new Error(`The question ${key} is gone.`);
  await lockQuestion(tx, found.id);
  const here = (await keptQuestions(tx, [key])).get(key) ?? found;
  const questionId = here.id;
  const history = item.forecasts
    .map(({ userId, probability }) => {
      return { forecasterId: userOf(begun, userId), madeAt: item.opensAt, probabilities: [probability] };
    })
    .filter(({ forecasterId }) => !here.forecasts.has(forecasterId));
  if (history.length > 0) await importForecasts(tx, begun.batchId, questionId, history);
  if (item.answer && !here.isInHand) {
    const { outcome, knownAt } = item.answer;
    const answer = { questionId, outcome, knownAt, note: noteOf(item.answer) };
    const resolutionId = await importResolution(tx, begun.batchId, begun.importerId, answer);
    const happened = { questionId, resolutionId, supersedesId: null };
    await recordEvents(tx, [{ kind: "resolution.final", payload: happened }]);
  } else if (history.length > 0 && here.resolutionId !== null) {
    await scoreResolution(tx, { questionId, resolutionId: here.resolutionId });
  }
}
