import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { appRouter, createCaller } from "#server/api/root.ts";
import type { ServiceContext } from "#services/context.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { requestReopening } from "#services/resolution/challenge-resolution.ts";
import { suggestResolution } from "#services/resolution/suggest-resolution.ts";
import { suggestQuestion } from "#services/suggestion/suggest-question.ts";
import { withoutTransactions } from "#tests/support/broken-database.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { htmlPage, type PageServer, servePages } from "#tests/support/page-server.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic, visitDraft, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise O2: each privileged act writes one audit row, in its own transaction; what is refused writes none. */
let database: Database;
let pages: PageServer;
let admin: Awaited<ReturnType<typeof someone>>;
let moderator: typeof admin;
let member: typeof admin;
let topicId: string;
let eventId: string;
beforeAll(async () => {
  database = await testDatabase();
  const db = database.prisma;
  [admin, moderator, member] = [await someone(db, "admin"), await someone(db, "moderator"), await someone(db)];
  pages = await servePages(htmlPage("<title>Envoys meet</title>"));
  topicId = await someTopic(moderator);
  eventId = (await callerOf(moderator).event.log(elsewhere())).id;
});
afterAll(() => Promise.all([database.close(), pages.close()]));

const callerOf = (ctx: ServiceContext) => createCaller({ ...ctx, now: new Date(), outbound: pages.outbound });
/** A visit that decides none of the questions asked here. */
const elsewhere = () => visitEvent(topicId, { country: "CHE", placeName: "Geneva" });
const asked = async () => (await aQuestion(database.prisma, moderator, { topicId, challengeWindowHours: 0 })).id;
const answer = (outcome = "yes") => {
  const at = new Date();
  return { outcome, voidReason: null, effectiveAt: at, knownAt: at, evidenceIds: [eventId], note: "Seen." };
};
const proposed = async () =>
  (await callerOf(moderator).resolution.propose({ questionId: await asked(), ...answer() })).id;
const drafted = async () => (await callerOf(moderator).question.draft(visitDraft(topicId))).id;
const handedIn = async () => {
  const questionId = await drafted();
  await callerOf(moderator).question.submit({ questionId });
  return questionId;
};
const published = async () => {
  const questionId = await handedIn();
  await callerOf(admin).question.publish({ questionId });
  return questionId;
};
const logged = async () => (await callerOf(moderator).event.log(elsewhere())).id;
async function suggestion() {
  const questionId = await asked();
  await submitForecast(member, { questionId, probabilities: [0.5] });
  return (await suggestResolution(member, { questionId, ...answer() })).suggestionId;
}
async function reopening() {
  const resolutionId = await proposed();
  await callerOf(admin).resolution.approve({ resolutionId, note: "" });
  return (await requestReopening(moderator, { resolutionId, reason: "It is gone." })).id;
}
const wish = { title: "Will the harbour open again?", topicId: null, why: "It matters.", roughCriteria: "A decree." };
/** Another rule for the question, with the deadline that forecasts were made for. */
async function otherRule(questionId: string) {
  const { rule } = await database.prisma.criteriaVersion.findFirstOrThrow({ where: { questionId } });
  return { ...(rule as object), rule: { kind: "occurs", match: { types: ["AID"] } } };
}

type Input = () => Promise<Record<string, unknown>>;
/** Each privileged mutation of the router: who does it, and with what. */
const PRIVILEGED: Record<string, readonly [who: "admin" | "moderator", input: Input]> = {
  "coverage.sign": [
    "moderator",
    async () => ({ topicId, coversFrom: new Date(0), coversUntil: new Date(Date.now() - 1000) }),
  ],
  "criteria.change": ["moderator", ruleChange],
  "criteria.clarify": ["moderator", async () => ({ questionId: await published(), text: "A visit is a visit." })],
  "event.log": ["moderator", async () => elsewhere()],
  "event.revise": [
    "moderator",
    async () => ({ eventId: await logged(), reason: "A slip.", ...statement(), headline: "Another headline" }),
  ],
  "event.setStatus": ["moderator", async () => ({ eventId: await logged(), status: "disputed", reason: "Denied." })],
  "event.merge": ["moderator", async () => ({ eventId: await logged(), intoId: await logged(), reason: "Twins." })],
  "event.unmerge": ["moderator", async () => ({ eventId: await merged(), reason: "No twins." })],
  "inbox.import": ["moderator", async () => importedFile()],
  "inbox.decide": ["moderator", async () => ({ topicId, ids: [await waiting()], decision: "accept" })],
  "ledger.grant": ["admin", async () => ({ userId: member.actor.id, amountMicros: 1_000_000n, reason: "Thanks." })],
  "ledger.setSettings": ["admin", async () => ({ welcomeMicros: 1_000_000n, isStipendOn: false, stipendMicros: 0n })],
  "market.open": ["moderator", async () => ({ questionId: await asked(), liquidityMicros: 100_000_000n })],
  "question.draft": ["moderator", async () => visitDraft(topicId)],
  "question.revise": [
    "moderator",
    async () => ({ questionId: await drafted(), ...draftWords(), title: "Will it be otherwise?" }),
  ],
  "question.submit": ["moderator", async () => ({ questionId: await drafted() })],
  "question.returnDraft": ["moderator", async () => ({ questionId: await handedIn(), reason: "Say who." })],
  "question.publish": ["admin", async () => ({ questionId: await handedIn() })],
  "resolution.propose": ["moderator", async () => ({ questionId: await asked(), ...answer() })],
  "resolution.adoptSuggestion": ["moderator", async () => ({ suggestionId: await suggestion(), reason: "So it is." })],
  "resolution.declineSuggestion": ["moderator", async () => ({ suggestionId: await suggestion(), reason: "Not so." })],
  "resolution.declineReopening": ["admin", async () => ({ requestId: await reopening(), reason: "It stands." })],
  "resolution.approve": ["admin", async () => ({ resolutionId: await proposed(), note: "" })],
  "resolution.amend": ["admin", async () => ({ resolutionId: await proposed(), ...answer("no") })],
  "resolution.reject": ["admin", async () => ({ resolutionId: await proposed(), note: "Not so." })],
  "resolution.setSettings": ["admin", async () => ({ isSolo: false, challengeWindowHours: 24 })],
  "signal.create": ["moderator", async () => signal()],
  "signal.revise": [
    "moderator",
    async () => {
      const { topicId: _, ...stated } = signal();
      const { id: signalId } = await callerOf(moderator).signal.create(signal());
      return { signalId, basedOn: 1, ...stated, name: "More visits" };
    },
  ],
  "sourcePage.fetch": ["moderator", async () => ({ url: "http://gazette.example.org/envoys-meet" })],
  "suggestion.takeUp": ["moderator", async () => ({ suggestionId: await wished(), question: visitDraft(topicId) })],
  "suggestion.decline": ["moderator", async () => ({ suggestionId: await wished(), reason: "Asked already." })],
  "topic.create": ["moderator", async () => ({ title: "Another story", summary: "Made up." })],
  "topic.edit": ["moderator", async () => ({ topicId, title: "The same story", summary: "Told anew." })],
  "topic.bindScenarios": ["moderator", async () => ({ topicId, questionId: null })],
  "tournament.create": ["admin", async () => tournament()],
  "tournament.addQuestions": [
    "admin",
    async () => {
      const { slug } = await callerOf(admin).tournament.create({ ...(await tournament()), slug: "another-contest" });
      return { slug, questions: (await tournament()).questions };
    },
  ],
  "user.create": [
    "admin",
    async () => ({ name: "made", email: "made@example.org", password: "correct horse", role: "forecaster" }),
  ],
  "user.setRole": ["admin", async () => ({ userId: (await someone(database.prisma)).actor.id, role: "moderator" })],
};
/** What people do for themselves, and what writes nothing. */
const OWN = [
  "forecast.submit",
  "forecast.withdraw",
  "market.trade",
  "market.placeOrder",
  "market.cancelOrder",
  "notice.read",
  "question.dryRun",
  "resolution.challenge",
  "resolution.requestReopening",
  "resolution.suggest",
  "signal.follow",
  "suggestion.suggest",
  "user.signUp",
  "user.changePassword",
  "user.endSession",
  "user.endSessions",
];
async function ruleChange() {
  const questionId = await published();
  return { questionId, basedOn: 1, criteria: await otherRule(questionId), reason: "Meant so." };
}
/** A file of one row that no file brought before. */
let rows = 0;
const importedFile = () => {
  const row = `${++rows},A meeting,CONSULT,2026-02-06,CHE,Geneva,IRN;OMN,https://example.org/imported/${rows}`;
  const text = `id,headline,type,date,country,place,actors,url\n${row}`;
  return { topicId, format: "csv" as const, fileName: "week.csv", text };
};
async function waiting() {
  await callerOf(moderator).inbox.import(importedFile());
  const { items } = await callerOf(moderator).inbox.list({ topicId });
  return items[0]?.id;
}
const statement = () => {
  const { topicId: _, ...rest } = elsewhere();
  return rest;
};
const draftWords = () => {
  const { topicId: _, type: __, ...rest } = visitDraft(topicId);
  return rest;
};
const merged = async () => {
  const [one, other] = [await logged(), await logged()];
  await callerOf(moderator).event.merge({ eventId: one, intoId: other, reason: "Twins." });
  return one;
};
const wished = async () => (await suggestQuestion(await someone(database.prisma), wish)).suggestionId;
const signal = () => ({ topicId, name: "Visits", match: { types: ["CONSULT"] } });
const tournament = async () => ({
  title: "A contest",
  summary: "",
  startsAt: new Date(),
  endsAt: new Date(Date.now() + 86_400_000),
  questions: [{ slug: (await database.prisma.question.findUniqueOrThrow({ where: { id: await asked() } })).slug }],
});

type Act = (input: unknown) => Promise<unknown>;
const actOf = (ctx: ServiceContext, path: string): Act => {
  const [noun = "", verb = ""] = path.split(".");
  return (callerOf(ctx) as unknown as Record<string, Record<string, Act>>)[noun]?.[verb] as Act;
};
/** Audit rows of one person. */
const rowsOf = (ctx: typeof admin) => database.prisma.auditEntry.count({ where: { actorId: ctx.actor.id } });

test("O2: every mutation of the router is either privileged and counted, or somebody's own", () => {
  const mutations = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)
    .filter(([, { _def }]) => _def.type === "mutation")
    .map(([path]) => path);
  expect(mutations.toSorted()).toEqual([...Object.keys(PRIVILEGED), ...OWN].toSorted());
});

test.each(Object.entries(PRIVILEGED))(
  "O2: %s writes one audit row when it is done, and none when it is refused",
  async (path, [who, inputOf]) => {
    const input = await inputOf();
    const refused = await rowsOf(member);
    await expect(actOf(member, path)(input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await rowsOf(member)).toBe(refused);
    const person = who === "admin" ? admin : moderator;
    const before = await rowsOf(person);
    await actOf(person, path)(input);
    expect((await rowsOf(person)) - before).toBe(1);
  },
);

test("O2 sees an act whose audit row is not in its transaction: what is taken back leaves a row behind", async () => {
  const resolutionId = await proposed();
  await database.run(`CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stop'; END $$;
    CREATE TRIGGER fail_here BEFORE INSERT ON final_resolutions FOR EACH ROW EXECUTE FUNCTION fail_here()`);
  const before = await rowsOf(admin);
  await expect(callerOf(admin).resolution.approve({ resolutionId, note: "" })).rejects.toThrow();
  expect(await rowsOf(admin)).toBe(before);
  const db = withoutTransactions(database.prisma, 1000);
  await expect(callerOf({ ...admin, db }).resolution.approve({ resolutionId, note: "" })).rejects.toThrow();
  expect(await rowsOf(admin)).toBe(before + 1);
});
