import type { Database, Db } from "#db/client.ts";
import { DAY_MS } from "#seed/story.ts";
import { logEvent } from "#services/event/log-event.ts";
import { mergeEvents } from "#services/event/merge-events.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { submitForReview } from "#services/question/submit-for-review.ts";
import { requestReopening } from "#services/resolution/challenge-resolution.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { createTournament } from "#services/tournament/create-tournament.ts";
import { anAnswerableQuestion } from "#tests/support/answering.ts";
import { yesBy } from "#tests/support/answers.ts";
import { createSignal, importEvents, signCoverage } from "#tests/support/as-requested.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { job } from "#tests/support/people.ts";
import { visitDraft } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aMarket } from "#tests/support/trading.ts";
import { type People, peopleOfRoles, privateWord } from "./people-of-roles.ts";
import { givePrivateThings } from "./private-things.ts";

/** A database of its own with people of every role, and something of every kind that a procedure may be asked about. */
export interface PeopledInstance {
  readonly database: Database;
  readonly people: People;
  readonly things: Awaited<ReturnType<typeof everything>>;
}

export async function peopledInstance(): Promise<PeopledInstance> {
  const database = await testDatabase();
  Object.assign(globalThis, { parleyDatabase: Promise.resolve(database) });
  const people = await peopleOfRoles(database.prisma);
  return { database, people, things: await everything(database.prisma, people) };
}

export async function closeInstance({ database }: PeopledInstance): Promise<void> {
  Object.assign(globalThis, { parleyDatabase: undefined });
  await database.close();
}

async function everything(db: Db, people: People) {
  const { owner, other, author } = people;
  const { id: topicId, slug: topic } = await createTopic(author, { title: "The harbour", summary: "A story." });
  const log = await aLog(people, topicId);
  const closesAt = Date.now() + DAY_MS;
  const open = await anAnswerableQuestion(author, topicId, { tag: "open", closesAt });
  const hidden = await aQuestion(db, author, { topicId, revealAt: new Date(Date.now() + DAY_MS) });
  const traded = await aMarket(db, author, { topicId });
  const choice = await aQuestion(db, author, { topicId, options: ["North", "South"] });
  const subjects = { topicId, eventId: log.event, open: open.id, hidden: hidden.id, traded: traded.id };
  const own = await givePrivateThings(db, "owner", owner, subjects);
  await givePrivateThings(db, "other", other, subjects);
  const drafts = await theDrafts(people, topicId);
  const answers = await theAnswers(people, topicId, log.event);
  const { id: signalId } = await createSignal(author, { topicId, name: "Visits", match: { types: ["CONSULT"] } });
  const tournament = await createTournament(people.admin, {
    title: "Spring",
    summary: "",
    startsAt: new Date(Date.now() - 1000),
    endsAt: new Date(Date.now() + 30 * DAY_MS),
    questions: [{ slug: open.slug }],
  });
  await sealRecord(job(db));
  const session = await db.session.findFirstOrThrow({ where: { personId: owner.actor.id, agent: "curl" } });
  const entry = { account: { userId: owner.actor.id } };
  const transaction = await db.ledgerTransaction.findFirstOrThrow({ where: { entries: { some: entry } } });
  return {
    ...{
      topicId,
      topic,
      log,
      open,
      closesAt,
      hidden,
      traded,
      choice,
      own,
      drafts,
      answers,
      signalId,
      tournament: tournament.slug,
    },
    ...{ sessionId: session.id, transactionId: transaction.id },
  };
}

const TABLE = `id,headline,type,date,country,place,actors,url
1,A visit,CONSULT.visit,2026-02-06,OMN,Muscat,IRN:initiator;OMN:recipient,https://example.org/1`;
export const EVENT_FILE = { format: "csv", fileName: "visits.csv", text: TABLE } as const;

/** Events, two of them merged, one that waits in the inbox, and coverage. */
async function aLog({ author }: People, topicId: string) {
  const logged = async () => (await logEvent(author, { topicId, ...eventFacts() })).id;
  const [event, duplicate, merged] = [await logged(), await logged(), await logged()];
  await mergeEvents(author, { eventId: merged, intoId: event, reason: "Told twice." });
  await importEvents(author, { topicId, ...EVENT_FILE });
  const waiting = await author.db.importedEvent.findFirstOrThrow({ where: { topicId } });
  const day = { coversFrom: new Date(Date.now() - 2 * DAY_MS), coversUntil: new Date(Date.now() - DAY_MS) };
  await signCoverage(author, { topicId, types: [], actors: [], ...day, note: "" });
  return { event, duplicate, merged, waiting: waiting.id };
}

/** A draft, and one that waits for review, both with words in them that only reviewers may read. */
async function theDrafts({ author }: People, topicId: string) {
  const word = privateWord("author");
  const words = { background: word, finePrint: word };
  const draft = async (title: string) => draftQuestion(author, visitDraft(topicId, { title, ...words }));
  const begun = await draft(`Will it be ${word} at first?`);
  const handedIn = await draft(`Will it be ${word} after all?`);
  await submitForReview(author, { questionId: handedIn.id });
  return { begun, handedIn };
}

/** Three questions on which the owner forecast: an answer that may be challenged, one that may be approved, one that stands. */
async function theAnswers({ author, admin, owner, other }: People, topicId: string, event: string) {
  const proposed = async (tag: string, challengeWindowHours: number) => {
    const question = await anAnswerableQuestion(author, topicId, { tag, challengeWindowHours });
    const { id: questionId } = question;
    await submitForecast(owner, { questionId, probabilities: [0.7] });
    await submitForecast(other, { questionId, probabilities: [0.4] });
    const answer = yesBy(event);
    const { id: resolutionId } = await proposeResolution(author, { questionId, ...answer });
    return { ...question, resolutionId };
  };
  const disputable = await proposed("disputable", 24);
  const due = await proposed("due", 0);
  const final = await proposed("final", 0);
  await approveResolution(admin, { resolutionId: final.resolutionId, note: "" });
  const { id: reopeningId } = await requestReopening(owner, {
    resolutionId: final.resolutionId,
    reason: "It was another envoy.",
  });
  return { disputable, due, final, reopeningId };
}
