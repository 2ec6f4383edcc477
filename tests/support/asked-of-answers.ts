import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { declineReopening } from "#services/resolution/answer-reopening.ts";
import { declineSuggestedResolution } from "#services/resolution/answer-suggested-resolution.ts";
import { requestReopening } from "#services/resolution/challenge-resolution.ts";
import { suggestResolution } from "#services/resolution/suggest-resolution.ts";
import { createTournament } from "#services/tournament/create-tournament.ts";
import { publishDueTables } from "#services/tournament/publish-due-tables.ts";
import { yesBy } from "#tests/support/answers.ts";
import { openMarket, trade } from "#tests/support/as-requested.ts";
import { eventFacts } from "./event-facts.ts";
import { anAnswer, aQuestion, pastForecasts } from "./forecasting.ts";
import { job, type someone } from "./people.ts";
import { someTopic } from "./questions.ts";

type Person = Awaited<ReturnType<typeof someone>>;

const HOUR_MS = 3_600_000;

/** What people ask of answers, and are told: a suggestion, a request to reopen, the replies, a trade, and a tournament with its table. */
export async function askedOfAnswers(
  people: Record<"moderator" | "admin" | "forecaster", Person> & { resolutionId: string },
) {
  const { moderator, admin, forecaster, resolutionId } = people;
  const { db } = moderator;
  const reason = "Nothing was seen.";
  const { id: requestId } = await requestReopening(forecaster, { resolutionId, reason });
  await declineReopening(admin, { requestId, reason: "It was seen by two." });
  const topicId = await someTopic(moderator);
  const { id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() });
  const { id: questionId } = await aQuestion(db, moderator, { topicId });
  await submitForecast(forecaster, { questionId, probabilities: [0.4] });
  await openMarket(moderator, { questionId, liquidityMicros: 10_000_000n });
  const stake = { questionId, outcome: 0, side: "yes" } as const;
  await trade(forecaster, { kind: "buy_budget", ...stake, budgetMicros: 1_000_000n, idempotencyKey: "the one trade" });
  // Whoever answers the suggestion has an interest in it, which is declared.
  await submitForecast(moderator, { questionId, probabilities: [0.5] });
  const answer = yesBy(evidence);
  const { suggestionId } = await suggestResolution(forecaster, { questionId, ...answer });
  await declineSuggestedResolution(moderator, { suggestionId, reason });
  const span = { startsAt: new Date("2025-03-01T00:00:00Z"), endsAt: new Date("2025-04-01T00:00:00Z") };
  const opensAt = span.startsAt;
  const past = await aQuestion(db, moderator, { opensAt, closesAt: new Date(opensAt.getTime() + 100 * HOUR_MS) });
  await pastForecasts(db, past, [
    { by: forecaster, atHour: 0, probabilities: [0.8] },
    { by: moderator, atHour: 0, probabilities: [0.5] },
  ]);
  await anAnswer(db, past, { outcome: "yes", knownAtHour: 100 });
  await createTournament(admin, { title: "A cup", summary: "", ...span, questions: [{ slug: past.slug }] });
  await publishDueTables(job(db));
}
