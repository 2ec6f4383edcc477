import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHAIN_START, chainHash } from "#core/seal/chain-hash.ts";
import { isConsistent, isIncluded } from "#core/seal/merkle-checks.ts";
import { merkleRoot, wholeTree } from "#core/seal/merkle-tree.ts";
import { recordLeaf } from "#core/seal/record-leaf.ts";
import type { Database } from "#db/client.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { LEAF_KIND_NAMES } from "#services/seal/leaf-kinds.ts";
import { proofOfRecord } from "#services/seal/proof-of-record.ts";
import { listSeals, sealByNumber } from "#services/seal/queries.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { fetchSourcePage } from "#services/source-page/fetch-source-page.ts";
import { askedOfAnswers } from "#tests/support/asked-of-answers.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { htmlPage, servePages } from "#tests/support/page-server.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aWholeLife } from "#tests/support/whole-life.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let admin: typeof moderator;
let forecaster: typeof moderator;
beforeAll(async () => {
  database = await testDatabase();
  [moderator, admin, forecaster] = [
    await someone(database.prisma, "moderator"),
    await someone(database.prisma, "admin"),
    await someone(database.prisma),
  ];
});
afterAll(() => database.close());

const seal = () => sealRecord(job(database.prisma, "seal-waiting-records"));

/** The answer of the one question that has lived when the first seal is made. */
let resolutionId: string;

describe("sealing", () => {
  test("before the first seal the list is empty and says how many records wait", async () => {
    expect(await listSeals(anonymous(database.prisma), {})).toMatchObject({ items: [], nextCursor: null });
  });

  test("numbers every kind of record, once, and publishes a root that recomputes from the rows", async () => {
    ({ resolutionId } = await aWholeLife({ moderator, admin, forecaster }));
    const db = database.prisma;
    const acts = await db.auditEntry.findMany({ orderBy: { sequence: "asc" }, select: { action: true } });
    // Exactly one row for each act of that life that is audited, and none for forecasts.
    expect(acts.map(({ action }) => action)).toEqual([
      "create-topic",
      "log-event",
      "draft-question",
      "submit-for-review",
      "publish-question",
      "clarify-question",
      "propose-resolution",
      "challenge-resolution",
      "sign-coverage",
      "approve-resolution",
    ]);
    const pages = await servePages(htmlPage("<title>Envoys meet</title>"));
    await fetchSourcePage(
      { ...moderator, outbound: pages.outbound },
      { url: "http://gazette.example.org/envoys-meet" },
    );
    await pages.close();
    await askedOfAnswers({ moderator, admin, forecaster, resolutionId });
    const waiting = await db.leafQueueEntry.count();
    expect(await seal()).toEqual({ seals: 1, leaves: waiting });
    expect(await seal()).toEqual({ seals: 0, leaves: 0 });
    const { items, waiting: left } = await listSeals(anonymous(db), {});
    expect(left).toBe(0);
    expect(items[0]?.counts.map(({ kind }) => kind).sort()).toEqual([...LEAF_KIND_NAMES].sort());
    const leaves = await db.leaf.findMany({ orderBy: { index: "asc" } });
    expect(leaves.map(({ index }) => Number(index))).toEqual(leaves.map((_, i) => i));
    expect(merkleRoot(wholeTree(leaves.map(({ hash }) => hash)))).toBe(items[0]?.root);
  });

  test("a later seal adds to the one before, provably, and is chained to it", async () => {
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    await submitForecast(forecaster, { questionId, probabilities: [0.2] });
    await seal();
    const [{ seal: first }, second] = [
      await sealByNumber(anonymous(database.prisma), { number: 1 }),
      await sealByNumber(anonymous(database.prisma), { number: 2 }),
    ];
    const { root, untilIndex, previousRoot, hash, at, fromIndex, number } = second.seal;
    expect([previousRoot, fromIndex, second.previousHash]).toEqual([first.root, first.untilIndex, first.hash]);
    const claim = { earlierSize: first.untilIndex, earlierRoot: first.root, size: untilIndex, root };
    expect(isConsistent({ ...claim, path: second.consistency })).toBe(true);
    const stated = { number, fromIndex, untilIndex, root, previousRoot, at: at.toISOString() };
    expect(chainHash(first.hash, stated)).toBe(hash);
    expect(CHAIN_START).toBe((await sealByNumber(anonymous(database.prisma), { number: 1 })).previousHash);
  });

  test("what commits after a seal that saw later rows is in the next one", async () => {
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    if (database.kind === "embedded") return; // One connection: nothing can commit late.
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const rowId = await new Promise<{ id: string; done: Promise<unknown> }>((wrote, failed) => {
      const done = database.prisma.$transaction(async (tx) => {
        const data = { questionId, forecasterId: forecaster.actor.id, probabilities: [0.4] };
        const { id } = await tx.forecast.create({ data });
        wrote({ id, done });
        await held;
      });
      done.catch(failed);
    });
    const { id: other } = await aQuestion(database.prisma, moderator);
    await submitForecast(admin, { questionId: other, probabilities: [0.6] });
    expect((await seal()).leaves).toBeGreaterThan(0);
    const isSealed = () => database.prisma.leaf.count({ where: { kind: "forecast", recordId: rowId.id } });
    expect(await isSealed()).toBe(0);
    release();
    await rowId.done;
    await seal();
    expect(await isSealed()).toBe(1);
  });

  test("is for Parley itself and admins", async () => {
    await expect(sealRecord(moderator)).rejects.toMatchObject({ code: "actor_must_be_permitted" });
  });
});

describe("the proof of one record", () => {
  test("leads from the record's own words to the root of its seal", async () => {
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    const { id: recordId } = await submitForecast(forecaster, { questionId, probabilities: [0.2] });
    const asked = { kind: "forecast", recordId };
    expect(await proofOfRecord(forecaster, asked)).toEqual({ label: "a forecast", proof: null });
    for (const kind of ["resolution", "decision"]) {
      const { proof } = await proofOfRecord(anonymous(database.prisma), { kind, recordId: resolutionId });
      const leaf = recordLeaf({ kind, id: resolutionId, value: proof?.value });
      expect(leaf).toBe(proof?.leaf);
      const { index, path, seal } = proof!;
      expect(isIncluded({ index, size: seal.size, leaf, path, root: seal.root })).toBe(true);
    }
  });

  test("of a forecast is its own forecaster's until the crowd is revealed; of an audit row an admin's", async () => {
    const revealAt = new Date(Date.now() + 1_800_000);
    const { id: questionId } = await aQuestion(database.prisma, moderator, { revealAt });
    const { id: recordId } = await submitForecast(forecaster, { questionId, probabilities: [0.3] });
    await seal();
    const asked = { kind: "forecast", recordId };
    expect((await proofOfRecord(forecaster, asked)).proof).toMatchObject({ value: { probabilities: [0.3] } });
    const hidden = { code: "subject_must_exist" };
    await expect(proofOfRecord(anonymous(database.prisma), asked)).rejects.toMatchObject(hidden);
    await expect(proofOfRecord(admin, asked)).rejects.toMatchObject(hidden);
    const later = { ...anonymous(database.prisma), now: revealAt };
    expect((await proofOfRecord(later, asked)).proof).not.toBeNull();
    const audit = { kind: "audit", recordId: "1" };
    expect((await proofOfRecord(admin, audit)).proof).toMatchObject({ value: { position: 0 } });
    await expect(proofOfRecord(moderator, audit)).rejects.toMatchObject(hidden);
    await expect(proofOfRecord(admin, { kind: "audit", recordId })).rejects.toMatchObject(hidden);
  });
});
