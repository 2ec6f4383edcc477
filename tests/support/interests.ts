import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { openMarket, trade } from "#tests/support/as-requested.ts";
import type { someone } from "./people.ts";
import { publishedQuestion, someTopic, visitCriteria, visitDraft, visitEvent } from "./questions.ts";
import { aKey, CREDIT } from "./trading.ts";

type Person = Awaited<ReturnType<typeof someone>>;

/** What somebody may gain by an answer; "none" for nothing. */
export const INTERESTS = ["none", "forecast", "position", "sold out"] as const;
export type Interest = (typeof INTERESTS)[number];

/** A question with a market, on the log of a topic of its own, whose rule three sources have to meet; one has reported. */
export async function anUndecidedQuestion(author: Person) {
  const topicId = await someTopic(author);
  const draft = visitDraft(topicId, {
    criteria: { ...visitCriteria(), minimumSourceGroups: 3 },
    challengeWindowHours: 0,
  });
  const { id, slug } = await publishedQuestion(author, draft);
  await openMarket(author, { questionId: id, liquidityMicros: 10n * CREDIT });
  const { id: eventId } = await logEvent(author, visitEvent(topicId));
  return { questionId: id, slug, topicId, eventId };
}

/** Gives somebody an interest in a question. */
export async function gain(person: Person, questionId: string, interest: Interest): Promise<void> {
  if (interest === "forecast") await submitForecast(person, { questionId, probabilities: [0.8] });
  if (interest !== "position" && interest !== "sold out") return;
  const stake = { questionId, outcome: 0, side: "yes", sharesMicros: CREDIT } as const;
  await trade(person, { kind: "buy_shares", ...stake, idempotencyKey: aKey() });
  if (interest === "sold out") await trade(person, { kind: "sell_shares", ...stake, idempotencyKey: aKey() });
}

/** Somebody's proposal of "yes" that cites an event. */
export function proposeYes(person: Person, questionId: string, eventId: string) {
  const at = new Date();
  const answer = { outcome: "yes", voidReason: null, effectiveAt: at, knownAt: at, note: "Seen." };
  return proposeResolution(person, { questionId, ...answer, evidenceIds: [eventId] });
}
