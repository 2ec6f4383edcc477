import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Database } from "#db/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { scoreBundle } from "#services/bundle/score-bundle.ts";
import { logEvent } from "#services/event/log-event.ts";
import { exportBundle } from "#services/export/export-bundle.ts";
import { importBundle } from "#services/import/import-bundle.ts";
import { signCoverage } from "#tests/support/as-requested.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { job, someone } from "#tests/support/people.ts";
import { publishedQuestion, someTopic, visitDraft, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { exportedBundle, exportedBytes, ndjsonOf } from "#tests/support/whole-bundle.ts";

const OPENED = new Date(Date.UTC(2026, 0, 1));
const CLOSED = new Date(OPENED.getTime() + 100 * 3_600_000);

let source: Database;
let target: Database;
let bundle: BundleText;
let bytes: Buffer;

const bytesOf = (document: BundleText, format: "json" | "ndjson") =>
  format === "json" ? Buffer.from(JSON.stringify(document)) : ndjsonOf(document);

/** A yes/no question with updates and a withdrawal, a multiple choice, a void, one open by a rule, one unpublished. */
async function fill(database: Database): Promise<void> {
  const db = database.prisma;
  const mo = await someone(db, "moderator", "mo");
  const [ann, bob] = [await someone(db, "forecaster", "ann"), await someone(db, "forecaster", "bob")];
  const bot = await someone(db, "forecaster", "botto");
  await db.user.update({ where: { id: bot.actor.id }, data: { isBot: true } });
  const topicId = await someTopic(mo, "Harbour talks");
  const dates = { opensAt: OPENED, closesAt: CLOSED, topicId };
  const binary = await aQuestion(db, mo, { ...dates, revealAt: new Date(OPENED.getTime() + 30 * 3_600_000) });
  await pastForecasts(db, binary, [
    { by: ann, atHour: 1, probabilities: [0.3] },
    { by: bob, atHour: 2, probabilities: [0.1 + 0.2] },
    { by: ann, atHour: 20, probabilities: [0.8] },
    { by: bot, atHour: 25, probabilities: [0.9] },
    { by: bob, atHour: 40, probabilities: [] },
    { by: bob, atHour: 50, probabilities: [0.6] },
  ]);
  await anAnswer(db, binary, { outcome: "yes", knownAtHour: 80 });
  const choice = await aQuestion(db, mo, { ...dates, options: ["war", "peace", "other"] });
  await pastForecasts(db, choice, [
    { by: ann, atHour: 3, probabilities: [0.2, 0.7, 0.1] },
    { by: bob, atHour: 4, probabilities: [0.6, 0.3, 0.1] },
  ]);
  await anAnswer(db, choice, { outcome: choice.options[1]!.id, knownAtHour: 90 });
  const voided = await aQuestion(db, mo, dates);
  await pastForecasts(db, voided, [{ by: ann, atHour: 3, probabilities: [0.2] }]);
  await anAnswer(db, voided, { outcome: null, knownAtHour: 70 });
  await aQuestion(db, mo, { ...dates, isPublished: false });
  await publishedQuestion(mo, visitDraft(topicId));
  await logEvent(
    mo,
    visitEvent(topicId, { country: "QAT", placeName: "Doha", actors: [{ code: "IRN", role: "initiator" }] }),
  );
  const covered = { coversFrom: new Date(Date.now() - 9 * DAY_MS), coversUntil: new Date(Date.now() - DAY_MS) };
  await signCoverage(mo, { topicId, ...covered, types: ["CONSULT"] });
}

/** Every stored score that counts, by question's title, forecaster's name and metric. */
async function storedScores(database: Database): Promise<Map<string, number>> {
  const rows = await database.prisma.score.findMany({
    where: { run: { current: { isNot: null } } },
    include: { forecaster: true, run: { include: { question: true } } },
  });
  const metrics = ["peer", "baseline", "spotPeer", "spotBaseline", "brier", "relativeBrier"] as const;
  return new Map(
    rows.flatMap((row) =>
      metrics.flatMap((metric): [string, number][] => {
        const value = row[metric];
        return value === null ? [] : [[`${row.run.question.slug} ${row.forecaster.name} ${metric}`, value]];
      }),
    ),
  );
}

function expectAlike(found: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): void {
  expect(expected.size).toBeGreaterThan(20);
  expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
  for (const [key, value] of expected) expect(found.get(key), key).toBeCloseTo(value, 9);
}

beforeAll(async () => {
  source = await testDatabase();
  target = await testDatabase();
  await fill(source);
  bytes = await exportedBytes(job(source.prisma));
  bundle = JSON.parse(bytes.toString());
});
afterAll(async () => {
  await source.close();
  await target.close();
});

describe("an export", () => {
  test("is for admins and the command line", async () => {
    const records = exportBundle(await someone(source.prisma, "moderator"));
    await expect(records.next()).rejects.toMatchObject({
      code: "actor_must_be_permitted",
    });
  });

  test("holds what is published, and nothing else", () => {
    expect(bundle.questions.map(({ type }) => type).toSorted()).toEqual([
      "binary",
      "binary",
      "binary",
      "multiple_choice",
    ]);
    expect(bundle.forecasts.length).toBe(8);
    expect(bundle.forecasts.filter(({ endedAt }) => endedAt).length).toBe(1);
    expect(bundle.events?.length).toBe(1);
    expect(bundle.coverage?.length).toBe(1);
  });

  test("can be of one topic, which there must be", async () => {
    const own = await exportedBundle(job(source.prisma), { topic: "harbour-talks" });
    expect(own.questions.length).toBe(4);
    await expect(exportedBundle(job(source.prisma), { topic: "none" })).rejects.toMatchObject({
      code: "subject_must_exist",
    });
  });

  test.each(["json", "ndjson"] as const)(
    "scored without the database gives the stored scores, as %s",
    async (format) => {
      const { scores } = scoreBundle(bytesOf(bundle, format));
      const found = new Map(scores.map((row) => [`${row.questionId} ${row.forecasterId} ${row.metric}`, row.value]));
      expectAlike(found, await storedScores(source));
    },
  );
});

describe("an import of the export", () => {
  test("is for admins and the command line, and reads before it writes", async () => {
    await expect(importBundle(await someone(target.prisma, "moderator"), bytes)).rejects.toMatchObject({
      code: "actor_must_be_permitted",
    });
    const wrong = bytes.toString().replace('"probability":0.8', '"probability":1.8');
    await expect(importBundle(job(target.prisma), Buffer.from(wrong))).rejects.toThrow(
      brokenRule("import_must_be_readable", {
        faults: expect.arrayContaining([expect.stringMatching(/probability: 1.8 lies outside/)]),
      }),
    );
    expect(await target.prisma.question.count()).toBe(0);
  });

  test("into an empty database gives the same scores, the same log and the same export", async () => {
    const steps: number[] = [];
    const { lists, resolved, notes } = await importBundle(job(target.prisma), bytes, (done) => steps.push(done));
    expect(lists).toMatchObject({
      questions: { came: 4, added: 4, known: 0, leftOut: 0 },
      forecasts: { came: 8, added: 8, known: 0, leftOut: 0 },
      forecasters: { came: 3, added: 3, known: 0, leftOut: 0 },
      events: { came: 1, added: 1, known: 0, leftOut: 0 },
    });
    expect({ resolved, notes }).toEqual({ resolved: 3, notes: [] });
    expect(steps).toEqual([1, 2, 3, 4]);
    expectAlike(await storedScores(target), await storedScores(source));
    const again = await exportedBytes(job(target.prisma));
    expect(again.toString()).toBe(bytes.toString());
  });

  test("is in the audit log", async () => {
    const entry = await target.prisma.auditEntry.findFirstOrThrow({ where: { action: "import-bundle" } });
    expect(entry.details).toMatchObject({ questions: 4, forecasts: 8, goesOn: false });
  });

  test("a second time adds nothing, in the other format also", async () => {
    for (const format of ["json", "ndjson"] as const) {
      await expect(importBundle(job(target.prisma), bytesOf(bundle, format))).rejects.toMatchObject({
        code: "import_must_be_new",
      });
    }
    expect(await target.prisma.forecast.count()).toBe(8);
  });

  test("never speaks in the name of somebody who can sign in", async () => {
    const database = await testDatabase();
    const ann = await someone(database.prisma, "forecaster", "ann");
    await importBundle(job(database.prisma), bytes);
    expect(await database.prisma.forecast.count({ where: { forecasterId: ann.actor.id } })).toBe(0);
    expect(await database.prisma.user.count({ where: { name: { startsWith: "ann-" } } })).toBe(1);
    await database.close();
  });

  test("refuses what the database cannot keep, by its place", async () => {
    const weighted = { ...bundle, questions: bundle.questions.map((question) => ({ ...question, weight: 2 })) };
    await expect(importBundle(job(target.prisma), bytesOf(weighted, "json"))).rejects.toThrow(
      brokenRule("import_must_be_readable", {
        faults: expect.arrayContaining([expect.stringMatching(/questions\[0\]\.weight/)]),
      }),
    );
  });
});
