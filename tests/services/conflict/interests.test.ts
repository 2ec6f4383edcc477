import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { mergeEvents, unmergeEvent } from "#services/event/merge-events.ts";
import { reviseEvent, setEventStatus } from "#services/event/revise-event.ts";
import { changeCriteria } from "#services/question/change-criteria.ts";
import { clarifyQuestion } from "#services/question/clarify-question.ts";
import { questionRecord } from "#services/question/question-record.ts";
import { resolutionRecord } from "#services/resolution/queries.ts";
import { decideInbox, grantCredits, importEvents, listInbox, signCoverage } from "#tests/support/as-requested.ts";
import { anUndecidedQuestion, gain, INTERESTS, type Interest, proposeYes } from "#tests/support/interests.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { someTopic, visitCriteria, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promises R2 and R3: nobody changes alone what decides a question that they have an interest in. */
let database: Database;
let author: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  author = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

type Question = Awaited<ReturnType<typeof anUndecidedQuestion>>;
type Person = typeof author;

const HOUR_MS = 3_600_000;
const reason = "The wire says otherwise.";
const source = visitEvent("").sources[0]!;
const elsewhere = (topicId: string) => {
  const sources = [{ ...source, url: "https://example.org/again", publisher: "Another" }];
  return visitEvent(topicId, { headline: "An envoy is in Muscat", sources });
};
const covered = () => ({ coversFrom: new Date(Date.now() - 2 * HOUR_MS), coversUntil: new Date(Date.now() - HOUR_MS) });

/** Every act that can change what a question comes to, done by somebody. */
const ACTS: Record<string, (person: Person, question: Question) => Promise<unknown>> = {
  "change-criteria": (person, { questionId }) => {
    const criteria = { ...visitCriteria({ until: untils.get(questionId) ?? 0 }), minimumSourceGroups: 4 };
    return changeCriteria(person, { questionId, basedOn: 1, criteria, reason });
  },
  "clarify-question": (person, { questionId }) =>
    clarifyQuestion(person, { questionId, text: "A stopover is no visit." }),
  "log-event": (person, { topicId }) => logEvent(person, elsewhere(topicId)),
  "log-event, from the inbox": async (person, { topicId }) => {
    const day = new Date(Date.now() - 24 * HOUR_MS).toISOString().slice(0, 10);
    const text = `id,headline,type,date,country,url\n1,A visit,CONSULT.visit,${day},OMN,https://example.org/one`;
    await importEvents(author, { topicId, format: "csv", fileName: "visits.csv", text });
    const { items } = await listInbox(author, { topicId });
    const ids = items.map(({ id }) => id);
    expect(await decideInbox(person, { topicId, ids, decision: "accept" })).toMatchObject({ decided: 1, refused: [] });
  },
  "sign-coverage": (person, { topicId }) => signCoverage(person, { topicId, ...covered() }),
  "revise-event": (person, { eventId, topicId }) => {
    const { topicId: _, ...facts } = visitEvent(topicId, { headline: "Nobody visits Muscat" });
    return reviseEvent(person, { eventId, reason, ...facts });
  },
  "dispute-event": (person, { eventId }) => setEventStatus(person, { eventId, status: "disputed", reason }),
  "retract-event": (person, { eventId }) => setEventStatus(person, { eventId, status: "retracted", reason }),
  "restore-event": async (person, { eventId }) => {
    await setEventStatus(author, { eventId, status: "disputed", reason });
    await setEventStatus(person, { eventId, status: "reported", reason });
  },
  "merge-events": async (person, { eventId, topicId }) => {
    const { id: intoId } = await logEvent(author, elsewhere(topicId));
    await mergeEvents(person, { eventId, intoId, reason });
  },
  "unmerge-event": async (person, { eventId, topicId }) => {
    const { id: intoId } = await logEvent(author, elsewhere(topicId));
    await mergeEvents(author, { eventId, intoId, reason });
    await unmergeEvent(person, { eventId, reason });
  },
};
/** The ends of the questions' windows, which a change of the rule keeps. */
const untils = new Map<string, number>();

/** Written apart from the code: what an act by somebody with an interest comes to, by whether an answer cites the event. */
const EXPECTED: Record<string, readonly [uncited: "refused" | "declared", cited: "refused" | "declared" | null]> = {
  "change-criteria": ["refused", null],
  "clarify-question": ["refused", null],
  "log-event": ["declared", "declared"],
  "log-event, from the inbox": ["declared", "declared"],
  "sign-coverage": ["declared", "declared"],
  "revise-event": ["declared", "refused"],
  "dispute-event": ["declared", "refused"],
  "retract-event": ["declared", "refused"],
  "restore-event": ["declared", "refused"],
  "merge-events": ["declared", "refused"],
  "unmerge-event": ["declared", "refused"],
};
const KINDS: Record<Interest, string[]> = {
  none: [],
  forecast: ["has_forecast"],
  position: ["holds_position"],
  "sold out": ["has_traded"],
};

async function done(act: string, interest: Interest, isCited: boolean) {
  const db = database.prisma;
  const person = await someone(db, "moderator");
  await grantCredits(job(db), { userId: person.actor.id, amountMicros: 100_000_000n, reason: "A test needs it." });
  const question = await anUndecidedQuestion(author);
  const { deadlineAt } = await db.question.findUniqueOrThrow({ where: { id: question.questionId } });
  untils.set(question.questionId, deadlineAt.getTime());
  await gain(person, question.questionId, interest);
  if (isCited) await proposeYes(author, question.questionId, question.eventId);
  const came = await ACTS[act]!(person, question).then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );
  const where = { questionId: question.questionId, personId: person.actor.id };
  const rows = await db.declaredConflict.findMany({ where });
  return { came, declared: rows.map(({ act: did, conflicts }) => [did, ...conflicts]), question, person };
}

const CASES = Object.entries(EXPECTED).flatMap(([act, [uncited, cited]]) =>
  INTERESTS.flatMap((interest) => [
    [act, interest, false, uncited] as const,
    ...(cited ? [[act, interest, true, cited] as const] : []),
  ]),
);

describe("by somebody with an interest in the question", () => {
  test.each(CASES)("%s, with %s, cited: %s", async (act, interest, isCited, expected) => {
    const { came, declared } = await done(act, interest, isCited);
    const isRefused = interest !== "none" && expected === "refused";
    expect(came).toBe(isRefused ? "actor_must_have_no_conflict" : "done");
    // Refused leaves no trace; done without an interest needs none.
    const isDeclared = interest !== "none" && expected === "declared";
    expect(declared).toEqual(isDeclared ? [[act.split(",")[0], ...KINDS[interest]]] : []);
  });

  test("the record of the question and of its resolution says so in so many words", async () => {
    const { question, person } = await done("log-event", "forecast", false);
    const { slug } = question;
    const stated = {
      act: "log-event",
      subject: "An envoy is in Muscat",
      by: person.actor.name,
      interest: "somebody with a forecast on this question",
      cameLater: false,
      wasSolo: false,
    };
    expect((await questionRecord(anonymous(database.prisma), { slug })).declared).toMatchObject([stated]);
    expect((await resolutionRecord(anonymous(database.prisma), { slug })).declared).toMatchObject([stated]);
    expect(await questionRecord(person, { slug })).toMatchObject({
      mayChangeCriteria: false,
      ownInterest: "somebody with a forecast on this question",
    });
    expect(await questionRecord(author, { slug })).toMatchObject({ mayChangeCriteria: true, ownInterest: "" });
  });

  test("an event of another topic, or that no such question asks for, is nobody's conflict", async () => {
    const { question, person } = await done("log-event", "forecast", false);
    await logEvent(person, visitEvent(await someTopic(author)));
    await logEvent(person, visitEvent(question.topicId, { type: "AID", country: "CHE", placeName: "Geneva" }));
    expect(await database.prisma.declaredConflict.count({ where: { personId: person.actor.id } })).toBe(1);
  });
});
