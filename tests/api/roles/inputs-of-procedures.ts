import { yesBy } from "#tests/support/answers.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { visitCriteria, visitDraft } from "#tests/support/questions.ts";
import { PASSWORD, type People } from "./people-of-roles.ts";
import { EVENT_FILE, type PeopledInstance } from "./peopled-instance.ts";

type Inputs = Readonly<Record<string, unknown>>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * A valid input of every procedure that takes one, about things that there are. What belongs to somebody is the owner's; what
 * moderators write is the author's.
 */
export function inputsOfProcedures(instance: PeopledInstance): Inputs {
  const { things, people } = instance;
  return {
    ...ofReading(things, people),
    ...ofTheLog(things),
    ...ofTrading(things, people),
    ...ofQuestions(things),
    ...ofAnswers(things),
    ...ofPeople(things, people),
  };
}

type Things = PeopledInstance["things"];

function ofReading({ topicId, topic, log, answers, tournament, open }: Things, { owner, other }: People): Inputs {
  const [name, slug] = [owner.actor.name, answers.final.slug];
  return {
    "attribution.ofEvent": { eventId: log.event },
    "attribution.inTopic": { slug: topic },
    "audit.list": {},
    "board.read": {},
    "board.compare": { one: name, other: other.actor.name },
    "board.pairs": {},
    "board.record": { name },
    "calibration.read": { name },
    "score.ofQuestion": { slug },
    "score.explain": { slug, name },
    "score.history": { slug, name },
    "score.ofUser": { name },
    "seal.list": {},
    "seal.byNumber": { number: 1 },
    "topic.bySlug": { slug: topic },
    "topic.create": { title: "Another story", summary: "It is told later." },
    "topic.edit": { topicId, title: "The harbour again", summary: "A story, told anew." },
    "tournament.bySlug": { slug: tournament },
    "tournament.tables": { slug: tournament },
    "tournament.create": {
      title: "Summer",
      summary: "",
      startsAt: new Date(),
      endsAt: new Date(Date.now() + 30 * DAY_MS),
      questions: [{ slug: open.slug }],
    },
  };
}

function ofTheLog({ topicId, log, signalId }: Things): Inputs {
  const facts = eventFacts();
  const span = { occurredFrom: facts.occurredFrom, occurredUntil: facts.occurredUntil };
  const reason = "It was so.";
  return {
    "coverage.list": { topicId },
    "coverage.waiting": { topicId },
    "coverage.sign": {
      topicId,
      coversFrom: new Date(Date.now() - 5 * DAY_MS),
      coversUntil: new Date(Date.now() - 4 * DAY_MS),
    },
    "event.list": { topicId },
    "event.byId": { eventId: log.event },
    "event.duplicates": { topicId, type: facts.type, ...span, actors: [{ code: "IRN", role: "participant" }] },
    "event.changes": { topicId },
    "event.vocabulary": { topicId },
    "event.log": { topicId, ...facts },
    "event.revise": { eventId: log.duplicate, reason, ...facts, headline: "Envoys meet twice" },
    "event.setStatus": { eventId: log.duplicate, status: "disputed", reason },
    "event.merge": { eventId: log.duplicate, intoId: log.event, reason },
    "event.unmerge": { eventId: log.merged, reason },
    "inbox.list": { topicId },
    "inbox.import": { topicId, ...EVENT_FILE, text: EVENT_FILE.text.replaceAll("/1", "/2").replace("\n1,", "\n2,") },
    "inbox.decide": { topicId, ids: [log.waiting], decision: "accept" },
    "signal.list": { topicId },
    "signal.byId": { signalId },
    "signal.followsTopic": { topicId },
    "signal.create": { topicId, name: "Talks", match: { types: ["CONSULT"] } },
    "signal.revise": { signalId, basedOn: 1, name: "Visits again", match: { types: ["CONSULT.visit"] } },
    "signal.follow": { kind: "topic", id: topicId, isFollowed: false },
    // No page of the internet: who may have pages read meets the rule that it be public.
    "sourcePage.fetch": { url: "http://127.0.0.1/" },
    "sourcePage.ofEvent": { eventId: log.event },
  };
}

function ofTrading({ open, traded, own, transactionId }: Things, { other }: People): Inputs {
  const questionId = traded.id;
  const shares = { kind: "buy_shares", questionId, outcome: 0, side: "yes", sharesMicros: 1_000_000n };
  const { kind: _, ...what } = shares;
  return {
    "ledger.statement": {},
    "ledger.grant": { userId: other.actor.id, amountMicros: 1_000_000n, reason: "For trying it out." },
    "ledger.setSettings": { welcomeMicros: 0n, isStipendOn: false, stipendMicros: 0n },
    "market.open": { questionId: open.id, liquidityMicros: 100_000_000n },
    "market.quote": shares,
    "market.trade": { ...shares, idempotencyKey: "third" },
    "market.placeOrder": { ...what, action: "buy", limitMicros: 100_000n, idempotencyKey: "fourth" },
    "market.cancelOrder": { orderId: own.orderId },
    "market.ofQuestion": { questionId },
    "market.priceHistory": { questionId },
    "market.depth": { questionId },
    "market.trades": { questionId },
    "market.holders": { questionId },
    "market.ownOrders": { questionId },
    "market.profitBoard": {},
    "seal.proof": { kind: "ledger", recordId: transactionId },
  };
}

function ofQuestions({ topicId, open, closesAt, choice, drafts, own, tournament, traded }: Things): Inputs {
  const { slug, id: questionId } = open;
  const { topicId: _, type: __, ...words } = visitDraft(topicId, { title: "Will an envoy visit Oman within a month?" });
  return {
    "criteria.change": {
      questionId,
      basedOn: 1,
      criteria: visitCriteria({ until: closesAt }),
      reason: "It was not clear.",
    },
    "criteria.clarify": { questionId, text: "A visit of envoys counts as one." },
    "criteria.record": { slug },
    "forecast.submit": { questionId, probabilities: [0.3] },
    "forecast.withdraw": { questionId },
    "forecast.own": { questionId },
    "forecast.ofQuestion": { questionId },
    "question.list": {},
    "question.bySlug": { slug: drafts.begun.slug },
    "question.crowd": { slug },
    "question.evaluation": { slug },
    "question.draftToRevise": { slug: drafts.begun.slug },
    "question.dryRun": { topicId, options: [], criteria: visitCriteria() },
    "question.draft": visitDraft(topicId, { title: "Will another envoy visit Oman?" }),
    "question.revise": { questionId: drafts.begun.id, ...words },
    "question.submit": { questionId: drafts.begun.id },
    "question.returnDraft": { questionId: drafts.handedIn.id, reason: "Say which envoy." },
    "question.publish": { questionId: drafts.handedIn.id },
    "suggestion.suggest": {
      topicId,
      title: "Will anything happen there?",
      why: "It might.",
      roughCriteria: "By the news.",
    },
    "suggestion.takeUp": { suggestionId: own.suggestionId, question: visitDraft(topicId) },
    "suggestion.decline": { suggestionId: own.suggestionId, reason: "It is asked already." },
    "suggestion.waitingOne": { suggestionId: own.suggestionId },
    "topic.bindScenarios": { topicId, questionId: choice.id },
    "tournament.addQuestions": { slug: tournament, questions: [{ slug: traded.slug }] },
  };
}

function ofAnswers({ answers, log, own, open, hidden }: Things): Inputs {
  const answer = yesBy(log.event);
  const { disputable, due, final, reopeningId } = answers;
  const reason = "I saw no visit there.";
  return {
    "resolution.record": { slug: final.slug },
    "resolution.setSettings": { isSolo: false, challengeWindowHours: 48 },
    "resolution.propose": { questionId: open.id, ...answer },
    "resolution.challenge": { resolutionId: disputable.resolutionId, reason },
    "resolution.requestReopening": { resolutionId: final.resolutionId, reason },
    "resolution.declineReopening": { requestId: reopeningId, reason },
    "resolution.suggest": { questionId: hidden.id, ...answer },
    "resolution.adoptSuggestion": { suggestionId: own.suggestedAnswerId, reason },
    "resolution.declineSuggestion": { suggestionId: own.suggestedAnswerId, reason },
    "resolution.approve": { resolutionId: due.resolutionId, note: "" },
    "resolution.amend": { resolutionId: due.resolutionId, ...answer, outcome: "no", note: "It was not." },
    "resolution.reject": { resolutionId: due.resolutionId, note: "It was not." },
  };
}

function ofPeople({ sessionId, own }: Things, { member, owner }: People): Inputs {
  const account = { name: "newcomer", email: "new@people.example", password: "battery horse correct" };
  return {
    "forecast.ofUser": { name: owner.actor.name },
    "notice.list": {},
    "notice.read": { until: new Date() },
    "user.people": {},
    "user.signUp": account,
    "user.create": { ...account, role: "forecaster" },
    "user.setRole": { userId: member.actor.id, role: "moderator" },
    "user.changePassword": { currentPassword: PASSWORD, newPassword: "another horse battery" },
    "user.createBot": { name: "a-new-bot" },
    "user.retireBot": { botId: own.botId },
    "user.endSession": { sessionId },
    "user.endSessions": {},
  };
}
