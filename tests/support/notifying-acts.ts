import { setTimeout as sleep } from "node:timers/promises";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { trade } from "#services/market/trade.ts";
import type { Consumer } from "#services/outbox/consumers.ts";
import { remindOfDueDecisions } from "#services/resolution/remind-of-due-decisions.ts";
import { publishDueTables } from "#services/tournament/publish-due-tables.ts";
import { anAnswer, aQuestion, pastForecasts } from "./forecasting.ts";
import { job, someone } from "./people.ts";
import type { Stage } from "./stage.ts";
import { aNumber, answer, proposed, reopening, ruleChange, suggestion, wish } from "./stage-facts.ts";
import { aKey, aMarket, aTrader } from "./trading.ts";

/** A notice that somebody is to have, once; of its parameters those that are named. */
export interface Due {
  readonly personId: string;
  readonly kind: string;
  readonly params?: object;
}

const due = (kind: string, ...people: { readonly actor: { readonly id: string } }[]): Due[] =>
  people.map(({ actor }) => ({ kind, personId: actor.id }));

/** Later than what has happened by a stamp of the database, which has milliseconds. */
async function someoneElseForecasts(on: Stage, questionId: string): Promise<void> {
  await sleep(2);
  await submitForecast(await someone(on.db), { questionId, probabilities: [0.5] });
}

/** For each consumer that only notifies: acts that it reacts to, and whom it is to notify. It concerns nobody who comes later. */
export const NOTIFYING_ACTS = {
  "notify-of-criteria": async (on) => {
    const change = await ruleChange(on);
    const { questionId } = change;
    await submitForecast(on.member, { questionId, probabilities: [0.5] });
    await on.callerOf(on.moderator).criteria.change(change as never);
    await on.callerOf(on.moderator).criteria.clarify({ questionId, text: "A visit is a visit." });
    await someoneElseForecasts(on, questionId);
    return [
      { ...due("criteria_changed", on.member)[0], params: { reason: "Meant so." } },
      { ...due("question_clarified", on.member)[0], params: { text: "A visit is a visit." } },
    ] as Due[];
  },
  "notify-of-proposals": async (on) => {
    const { id: questionId } = await aQuestion(on.db, on.moderator, { topicId: on.topicId, challengeWindowHours: 48 });
    const other = await someone(on.db);
    for (const person of [on.member, other]) await submitForecast(person, { questionId, probabilities: [0.5] });
    const propose = () => on.callerOf(on.moderator).resolution.propose({ questionId, ...answer(on) });
    const { id: resolutionId } = await propose();
    await on.callerOf(on.member).resolution.challenge({ resolutionId, reason: "It was another envoy." });
    await on.callerOf(on.admin).resolution.reject({ resolutionId, note: "So it was." });
    const { id: second } = await propose();
    await on.callerOf(on.admin).resolution.amend({ resolutionId: second, ...answer(on, "no") });
    await someoneElseForecasts(on, questionId);
    return [
      ...due("resolution_proposed", on.member, other, on.member, other),
      ...due("resolution_challenged", on.moderator, other, on.admin),
      ...due("resolution_rejected", on.member, other, on.moderator),
      ...due("resolution_amended", on.member, other, on.moderator),
    ];
  },
  "notify-deciders": async (on) => {
    const resolutionId = await proposed(on);
    await remindOfDueDecisions(job(on.db));
    await on.callerOf(on.admin).resolution.approve({ resolutionId, note: "" });
    await on.callerOf(on.moderator).resolution.requestReopening({ resolutionId, reason: "It is gone." });
    return [...due("resolution_due", on.admin), ...due("reopening_requested", on.admin)];
  },
  "notify-of-replies": async (on) => {
    const moderate = on.callerOf(on.moderator);
    await on.callerOf(on.admin).resolution.declineReopening({ requestId: await reopening(on), reason: "It stands." });
    await moderate.resolution.adoptSuggestion({ suggestionId: await suggestion(on), reason: "So it is." });
    await moderate.resolution.declineSuggestion({ suggestionId: await suggestion(on), reason: "Not so." });
    const person = await someone(on.db);
    const { suggestionId } = await on.callerOf(person).suggestion.suggest(wish);
    await moderate.suggestion.decline({ suggestionId, reason: "Asked already." });
    return [
      ...due("reopening_declined", on.moderator),
      ...due("suggested_answer_proposed", on.member),
      ...due("suggested_answer_declined", on.member),
      ...due("suggestion_declined", person),
    ];
  },
  "notify-of-filled-orders": async (on) => {
    const { id: questionId } = await aMarket(on.db, on.moderator, { topicId: on.topicId });
    const [owner, buyer] = [await aTrader(on.db), await aTrader(on.db)];
    const resting = { questionId, outcome: 0, side: "no", action: "buy", limitMicros: 490_000n } as const;
    const order = { ...resting, sharesMicros: 2_000_000n, idempotencyKey: aKey() };
    const { id } = await on.callerOf(owner).market.placeOrder(order);
    const buy = (budgetMicros: bigint) =>
      trade(buyer, {
        kind: "buy_budget",
        questionId,
        outcome: 0,
        side: "yes",
        budgetMicros,
        idempotencyKey: aKey(),
      });
    // The maker sells for two credits below the order's price; the next half credit fills a part of the order.
    await buy(2_500_000n);
    const { remainingMicros } = await on.db.limitOrder.findUniqueOrThrow({ where: { id } });
    if (remainingMicros === 0n || remainingMicros === order.sharesMicros)
      throw new Error("The order is not in part filled.");
    await buy(3_000_000n);
    const params = { action: "buy", sharesMicros: String(remainingMicros), limitMicros: "490000" };
    return [{ personId: owner.actor.id, kind: "order_filled", params }];
  },
  "notify-of-tables": async (on) => {
    const span = { startsAt: new Date("2025-03-01T00:00:00Z"), endsAt: new Date("2025-04-01T00:00:00Z") };
    const days = { opensAt: span.startsAt, closesAt: new Date("2025-03-05T00:00:00Z") };
    const question = await aQuestion(on.db, on.moderator, days);
    await pastForecasts(on.db, question, [
      { by: on.member, atHour: 0, probabilities: [0.8] },
      { by: on.moderator, atHour: 0, probabilities: [0.5] },
    ]);
    await anAnswer(on.db, question, { outcome: "yes", knownAtHour: 90 });
    const made = { title: `A cup ${aNumber()}`, summary: "", ...span, questions: [{ slug: question.slug }] };
    await on.callerOf(on.admin).tournament.create(made);
    await publishDueTables(job(on.db));
    return due("tournament_table_published", on.member, on.moderator);
  },
} as const satisfies Partial<Record<Consumer, (on: Stage) => Promise<Due[]>>>;

export type NotifyingConsumer = keyof typeof NOTIFYING_ACTS;
export const NOTIFYING = Object.keys(NOTIFYING_ACTS) as NotifyingConsumer[];

/** The notices that people have of the kinds that are due, beside those of before. */
export async function newNotices(on: Stage, dues: readonly Due[], before: ReadonlySet<string>): Promise<Due[]> {
  const rows = await on.db.notice.findMany({
    where: { kind: { in: dues.map(({ kind }) => kind) } },
    select: { id: true, personId: true, kind: true, params: true },
  });
  return rows.filter(({ id }) => !before.has(id)).map(({ id: _, ...notice }) => notice as Due);
}

export async function noticeIds(on: Stage): Promise<Set<string>> {
  return new Set((await on.db.notice.findMany({ select: { id: true } })).map(({ id }) => id));
}

export const toWhom = ({ kind, personId }: Due) => `${kind} to ${personId}`;
