import { setTimeout as sleep } from "node:timers/promises";
import { HOUSE, personAccount } from "#core/ledger/account-ids.ts";
import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { withdrawForecast } from "#services/forecast/withdraw-forecast.ts";
import { postTransactions } from "#services/ledger/post-transactions.ts";
import { clarifyQuestion } from "#services/question/clarify-question.ts";
import { challengeResolution } from "#services/resolution/challenge-resolution.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { signCoverage } from "#tests/support/as-requested.ts";
import { anAnswerableQuestion } from "./answering.ts";
import { eventFacts } from "./event-facts.ts";
import type { someone } from "./people.ts";

type Person = Awaited<ReturnType<typeof someone>>;
/** Time enough for a busy machine to challenge in it. */
const CHALLENGE_WINDOW_S = 6;
let lived = 0;

/** A question from its draft to its scores, challenged on the way: one record at least of every kind there is. */
export async function aWholeLife({
  moderator,
  admin,
  forecaster,
}: Record<"moderator" | "admin" | "forecaster", Person>) {
  const { id: topicId } = await createTopic(moderator, { title: `A whole life ${++lived}`, summary: "A story." });
  const { id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() });
  const challengeWindowHours = CHALLENGE_WINDOW_S / 3600;
  const question = await anAnswerableQuestion(moderator, topicId, { tag: "sealed", challengeWindowHours });
  const questionId = question.id;
  await clarifyQuestion(moderator, { questionId, text: "A visit of envoys counts as one." });
  await aGrant(admin, forecaster.actor.id);
  await submitForecast(forecaster, { questionId, probabilities: [0.71], rationale: 'Œ "quoted"\n\u2028' });
  await submitForecast(admin, { questionId, probabilities: [0.123456789012345] });
  await withdrawForecast(admin, { questionId });
  const at = new Date();
  const answer = { voidReason: null, effectiveAt: at, knownAt: at, evidenceIds: [evidence], note: "Seen." };
  const { id } = await proposeResolution(moderator, { questionId, outcome: "yes", ...answer });
  await challengeResolution(forecaster, { resolutionId: id, reason: "I saw no visit there at all." });
  const yesterday = { coversFrom: new Date(Date.now() - 86_400_000), coversUntil: new Date(Date.now() - 3_600_000) };
  await signCoverage(moderator, { topicId, types: [], actors: [], ...yesterday, note: "" });
  await sleep(CHALLENGE_WINDOW_S * 1000);
  await approveResolution(admin, { resolutionId: id, note: "It was seen by two." });
  return { question, topicId, resolutionId: id };
}

async function aGrant({ db }: Person, userId: string): Promise<void> {
  const accounts = [
    { id: HOUSE, kind: "house" },
    { id: personAccount(userId), kind: "person", userId },
  ];
  await db.ledgerAccount.createMany({ data: accounts, skipDuplicates: true });
  const moves = [
    { accountId: HOUSE, micros: -5_000_000n },
    { accountId: personAccount(userId), micros: 5_000_000n },
  ];
  await db.$transaction((tx) => postTransactions(tx, [{ kind: "grant", moves, note: "For the story." }]));
}
