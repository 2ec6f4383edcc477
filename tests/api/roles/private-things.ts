import type { Db } from "#db/client.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { suggestResolution } from "#services/resolution/suggest-resolution.ts";
import { follow } from "#services/signal/follow.ts";
import { suggestQuestion } from "#services/suggestion/suggest-question.ts";
import { createBot } from "#services/user/create-bot.ts";
import { grantCredits, placeOrder, trade } from "#tests/support/as-requested.ts";
import { job } from "#tests/support/people.ts";
import { CREDIT } from "#tests/support/trading.ts";
import { ODD_SHARES, type Person, privateWord } from "./people-of-roles.ts";

/** What private things are about. */
interface Subjects {
  readonly topicId: string;
  readonly eventId: string;
  /** A question that is open, one whose crowd is hidden, one with a market: their ids. */
  readonly open: string;
  readonly hidden: string;
  readonly traded: string;
}

/** Gives a member what is theirs alone: credits, a trade, an order, forecasts, a follow, a notice, suggestions, and a bot. */
export async function givePrivateThings(db: Db, who: "owner" | "other", person: Person, on: Subjects) {
  const [word, personId] = [privateWord(who), person.actor.id];
  await grantCredits(job(db), { userId: personId, amountMicros: 1000n * CREDIT, reason: word });
  const what = { questionId: on.traded, outcome: 0, side: "yes", sharesMicros: ODD_SHARES[who] } as const;
  await trade(person, { kind: "buy_shares", ...what, idempotencyKey: word });
  // So little is offered that nobody meets it.
  const limited = { ...what, action: "buy", limitMicros: 50_000n, idempotencyKey: word } as const;
  const { id: orderId } = await placeOrder(person, limited);
  await submitForecast(person, { questionId: on.open, probabilities: [0.6] });
  await submitForecast(person, { questionId: on.hidden, probabilities: [0.6], rationale: word });
  await follow(person, { kind: "topic", id: on.topicId, isFollowed: true });
  await db.notice.create({ data: { personId, kind: "message", params: { title: word, body: word, href: "/" } } });
  const suggested = { topicId: on.topicId, title: `Will it be ${word}?`, why: word, roughCriteria: word };
  const { suggestionId } = await suggestQuestion(person, suggested);
  const now = new Date();
  const { suggestionId: suggestedAnswerId } = await suggestResolution(person, {
    questionId: on.open,
    outcome: "yes",
    voidReason: null,
    effectiveAt: now,
    knownAt: now,
    evidenceIds: [on.eventId],
    note: word,
  });
  const { id: botId } = await createBot(person, { name: `bot-${word}` });
  return { orderId, suggestionId, suggestedAnswerId, botId };
}
