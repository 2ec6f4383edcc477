import { randomUUID } from "node:crypto";
import type { ServiceContext } from "#services/context.ts";
import { createUser } from "#services/user/create-user.ts";
import { aQuestion } from "./forecasting.ts";
import { job } from "./people.ts";
import type { Stage } from "./stage.ts";
import { aNewcomer, answer, asked, proposed, wish } from "./stage-facts.ts";
import { aKey, aMarket, aTrader } from "./trading.ts";

interface OwnAct {
  readonly by: ServiceContext;
  readonly input: Record<string, unknown>;
}

/** Nothing of theirs is stored. */
export const WRITING_NOTHING = ["question.dryRun"];

/** Each mutation of the router that people do for themselves: by whom, and with what. */
export const OWN_ACTS: Record<string, (on: Stage) => Promise<OwnAct>> = {
  "forecast.submit": async (on) => ({ by: on.member, input: { ...(await forecast(on)), idempotencyKey: aKey() } }),
  "forecast.withdraw": async (on) => {
    const made = await forecast(on);
    await on.callerOf(on.member).forecast.submit(made);
    return { by: on.member, input: { questionId: made.questionId } };
  },
  "market.trade": async (on) => {
    const { by, questionId } = await atMarket(on);
    const bought = { kind: "buy_budget", questionId, outcome: 0, side: "yes", budgetMicros: 5_000_000n };
    return { by, input: { ...bought, idempotencyKey: aKey() } };
  },
  "market.placeOrder": async (on) => {
    const { by, questionId } = await atMarket(on);
    return { by, input: order(questionId) };
  },
  "market.cancelOrder": async (on) => {
    const { by, questionId } = await atMarket(on);
    const { id: orderId } = await on.callerOf(by).market.placeOrder(order(questionId));
    return { by, input: { orderId } };
  },
  "user.createBot": async (on) => ({ by: on.member, input: { name: `bot-${randomUUID().slice(0, 8)}` } }),
  "user.retireBot": async (on) => {
    const { id: botId } = await on.callerOf(on.member).user.createBot({ name: `bot-${randomUUID().slice(0, 8)}` });
    return { by: on.member, input: { botId } };
  },
  "notice.read": async (on) => ({ by: on.member, input: { until: new Date() } }),
  "resolution.challenge": async (on) => ({ by: on.moderator, input: await objection(on) }),
  "resolution.requestReopening": async (on) => {
    const resolutionId = await proposed(on);
    await on.callerOf(on.admin).resolution.approve({ resolutionId, note: "" });
    return { by: on.moderator, input: { resolutionId, reason: "It is gone." } };
  },
  "resolution.suggest": async (on) => {
    const made = await forecast(on);
    await on.callerOf(on.member).forecast.submit(made);
    return { by: on.member, input: { questionId: made.questionId, ...answer(on) } };
  },
  "signal.follow": async (on) => {
    const { by } = await newcomer(on);
    return { by, input: { kind: "topic", id: on.topicId, isFollowed: true } };
  },
  "suggestion.suggest": async (on) => ({ by: (await newcomer(on)).by, input: wish }),
  "user.signUp": async (on) => ({ by: { ...on.member, actor: { kind: "anonymous" } }, input: aNewcomer() }),
  "user.changePassword": async (on) => {
    const { by, password } = await newcomer(on);
    return { by, input: { currentPassword: password, newPassword: `${password} anew` } };
  },
  "user.endSession": async (on) => {
    const { by } = await newcomer(on);
    return { by, input: { sessionId: await session(on, by.actor.id) } };
  },
  "user.endSessions": async (on) => {
    const { by } = await newcomer(on);
    await session(on, by.actor.id);
    return { by, input: {} };
  },
};

const forecast = async (on: Stage) => ({
  questionId: await asked(on),
  probabilities: [0.6],
  rationale: "It was said.",
});

const order = (questionId: string) => ({
  questionId,
  outcome: 0,
  action: "buy" as const,
  side: "yes" as const,
  sharesMicros: 2_000_000n,
  limitMicros: 400_000n,
  idempotencyKey: aKey(),
});

/** Somebody with credits at a market where an order of somebody else's waits to be met. */
async function atMarket(on: Stage) {
  const { id: questionId } = await aMarket(on.db, on.moderator, { topicId: on.topicId });
  const other = await aTrader(on.db);
  await on.callerOf(other).market.placeOrder({ ...order(questionId), side: "no", limitMicros: 490_000n });
  return { by: await aTrader(on.db), questionId };
}

/** A proposal that can still be challenged, and the challenge. */
async function objection(on: Stage) {
  const { id: questionId } = await aQuestion(on.db, on.moderator, { topicId: on.topicId, challengeWindowHours: 48 });
  const { id: resolutionId } = await on.callerOf(on.moderator).resolution.propose({ questionId, ...answer(on) });
  return { resolutionId, reason: "It was another envoy.", evidenceIds: [on.eventId] };
}

async function newcomer(on: Stage) {
  const { password, ...person } = aNewcomer();
  const { id, name } = await createUser(job(on.db), { ...person, password, role: "forecaster" });
  return { by: { ...on.member, actor: { kind: "user" as const, id, name, role: "forecaster" as const } }, password };
}

async function session(on: Stage, personId: string): Promise<string> {
  const { id } = await on.db.session.create({
    data: { id: randomUUID(), personId, network: "127.0.0.0", agent: "Firefox on Linux" },
  });
  return id;
}
