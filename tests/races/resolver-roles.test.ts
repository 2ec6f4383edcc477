import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RuleCode } from "#core/errors.ts";
import type { Database } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { amendResolution, approveResolution, rejectResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { setInstanceSettings } from "#services/resolution/set-instance-settings.ts";
import { suggestResolution } from "#services/resolution/suggest-resolution.ts";
import { trade } from "#tests/support/as-requested.ts";
import { blindToPositions } from "#tests/support/broken-database.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT } from "#tests/support/trading.ts";

/** Promises R1 and R3: an answer cites evidence, and who resolves with a stake is refused, or flagged on the record. */
let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let topicId: string;
let evidence: string;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  topicId = await someTopic(moderator);
  ({ id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() }));
});
afterAll(() => database.close());

const ROLES = ["anonymous", "forecaster", "moderator", "admin"] as const;
const TIES = ["none", "forecast", "position", "proposer", "proposer_solo"] as const;
const ACTS = ["approve", "amend", "reject"] as const;
type Case = readonly [role: (typeof ROLES)[number], tie: (typeof TIES)[number], act: (typeof ACTS)[number]];
const CASES = ROLES.flatMap((role) => TIES.flatMap((tie) => ACTS.map((act): Case => [role, tie, act])));

/** Written apart from the code: what each case comes to. */
function expected([role, tie, act]: Case): RuleCode | "done" {
  if (role === "anonymous") return "actor_must_be_signed_in";
  if (role !== "admin") return "actor_must_be_permitted";
  if (tie === "position") return "approver_must_hold_no_position";
  return tie === "proposer" && act === "approve" ? "approver_must_not_be_proposer" : "done";
}

const answer = () => {
  const at = new Date();
  return { outcome: "yes", voidReason: null, effectiveAt: at, knownAt: at, evidenceIds: [evidence], note: "Seen." };
};

async function actorOf(role: Case[0], db: Database["prisma"]): Promise<ServiceContext> {
  if (role === "anonymous") return anonymous(db);
  const trader = await aTrader(db);
  await db.user.update({ where: { id: trader.actor.id }, data: { role } });
  return { ...trader, actor: { ...trader.actor, role } };
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
const idOf = ({ actor }: ServiceContext) => (actor.kind === "user" ? actor.id : NOBODY);

/** Ties somebody to a question in one way, has its answer proposed, and lets them decide. */
async function decided([role, tie, act]: Case, change: (db: Database["prisma"]) => Database["prisma"] = (db) => db) {
  const db = database.prisma;
  const person = await actorOf(role, db);
  const { id: questionId } = await aMarket(db, moderator, { topicId, challengeWindowHours: 0 });
  const isMember = role !== "anonymous";
  if (tie === "forecast" && isMember) await submitForecast(person, { questionId, probabilities: [0.6] });
  const budget = { kind: "buy_budget", questionId, outcome: 0, side: "yes", budgetMicros: CREDIT } as const;
  if (tie === "position" && isMember) await trade(person, { ...budget, idempotencyKey: aKey() });
  const proposes = tie.startsWith("proposer") && (role === "moderator" || role === "admin");
  const { id: resolutionId } = await proposeResolution(proposes ? person : moderator, { questionId, ...answer() });
  if (tie === "proposer_solo") {
    await db.user.updateMany({ where: { role: "admin", id: { not: idOf(person) } }, data: { role: "forecaster" } });
    await setInstanceSettings(job(db), { isSolo: true, challengeWindowHours: 24 });
  }
  const who = { ...person, db: change(db) };
  const ruling = { resolutionId, note: "So it is." };
  const did = {
    approve: () => approveResolution(who, ruling),
    reject: () => rejectResolution(who, ruling),
    amend: () => amendResolution(who, { resolutionId, ...answer() }),
  };
  const outcome = await did[act]().then(
    () => "done",
    (error) => error.code,
  );
  if (tie === "proposer_solo") await setInstanceSettings(job(db), { isSolo: false, challengeWindowHours: 24 });
  const decision = await db.decision.findUnique({ where: { resolutionId } });
  return { outcome, decision };
}

describe("R3: who decides an answer with a stake in it", () => {
  test.each(CASES)("%s, tied by %s, to %s", async (...one) => {
    const { outcome, decision } = await decided(one);
    expect(outcome).toBe(expected(one));
    // Refused is refused without a trace; done by one with a forecast, or alone, is flagged on the record.
    expect(decision !== null).toBe(outcome === "done");
    if (decision === null) return;
    expect(decision.conflicts).toEqual(one[1] === "forecast" ? ["has_forecast"] : []);
    expect(decision.wasSolo).toBe(one[1] === "proposer_solo" && one[2] === "approve");
  });

  test("sees a decider whose position goes unnoticed", async () => {
    const one: Case = ["admin", "position", "approve"];
    expect((await decided(one, blindToPositions)).outcome).not.toBe(expected(one));
  });
});

describe("R1: without evidence", () => {
  const OUTCOMES = ["yes", "no"];
  const BARE = [
    { evidenceIds: [] },
    { evidenceIds: ["00000000-0000-4000-8000-000000000000"] },
    { note: " " },
    { outcome: null },
    { outcome: null, voidReason: "because" },
  ];
  /** Final answers that cite no event of the log and no signed coverage: there must be none. */
  const uncited = () =>
    database.run(`SELECT r.id FROM final_resolutions f JOIN resolutions r ON r.id = f.resolution_id
      WHERE r.outcome IS NOT NULL AND cardinality(r.coverage_ids) = 0
        AND NOT EXISTS (SELECT FROM resolution_evidence e WHERE e.resolution_id = r.id)`);

  test("every way of proposing, suggesting and amending is refused, and no answer without it stands", async () => {
    const db = database.prisma;
    const [admin, forecaster] = [await someone(db, "admin"), await someone(db)];
    let [tried, refused] = [0, 0];
    const attempt = async (act: () => Promise<unknown>) => {
      tried++;
      await act().catch(() => refused++);
    };
    for (const outcome of OUTCOMES) {
      for (const bare of BARE) {
        const { id: questionId } = await aMarket(db, moderator, { topicId, challengeWindowHours: 0 });
        await submitForecast(forecaster, { questionId, probabilities: [0.5] });
        const wrong = { ...answer(), outcome, ...bare };
        for (const who of [moderator, admin]) await attempt(() => proposeResolution(who, { questionId, ...wrong }));
        await attempt(() => suggestResolution(forecaster, { questionId, ...wrong }));
        const { id: resolutionId } = await proposeResolution(moderator, { questionId, ...answer() });
        await attempt(() => amendResolution(admin, { resolutionId, ...wrong }));
      }
    }
    expect([tried, refused]).toEqual([40, 40]);
    expect(await uncited()).toEqual([]);
  });

  test("sees an answer that was written past the services without any", async () => {
    const { id: questionId } = await aMarket(database.prisma, moderator, { topicId });
    const at = new Date();
    const bare = { questionId, version: 1, outcome: "yes", effectiveAt: at, knownAt: at, challengeUntil: at };
    const { id: resolutionId } = await database.prisma.resolution.create({ data: bare });
    await database.prisma.finalResolution.create({ data: { questionId, resolutionId, finalAt: at } });
    expect(await uncited()).toEqual([{ id: resolutionId }]);
  });
});
