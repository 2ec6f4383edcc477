import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { importBundle } from "#services/import/import-bundle.ts";
import { job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { exportedBundle } from "#tests/support/whole-bundle.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

let made = 0;

/** A bundle in which each of some people says something of their own on one question. */
function saidBy(names: readonly string[], isBot = false): BundleText {
  const id = `names-${++made}`;
  const dates = { opensAt: "2026-01-01T00:00:00Z", closesAt: "2026-01-11T00:00:00Z" };
  return {
    format: "parley-bundle",
    version: 1,
    questions: [{ id, type: "binary", title: `Question ${id}`, ...dates }],
    forecasters: names.map((name, i) => ({ id: `${id}-x${i}`, name, isBot })),
    forecasts: names.map((_, i) => ({
      questionId: id,
      forecasterId: `${id}-x${i}`,
      madeAt: "2026-01-02T00:00:00Z",
      probability: (i + 1) / 100,
    })),
  };
}

/** Who said what on the bundle's question, as the database has it. */
async function broughtIn(bundle: BundleText) {
  await importBundle(job(database.prisma), Buffer.from(JSON.stringify(bundle)));
  const rows = await database.prisma.forecast.findMany({
    where: { question: { title: bundle.questions[0]?.title ?? "" } },
    orderBy: { sequence: "asc" },
    include: { forecaster: true },
  });
  return rows.map(({ probabilities, forecaster }) => ({ said: probabilities[0], ...forecaster }));
}

describe("everybody in a bundle is a person of their own", () => {
  test("whatever script, marks or length a name has", async () => {
    const bundle: BundleText = JSON.parse(
      readFileSync(new URL("files/bundle-long-name.json", import.meta.url), "utf8"),
    );
    const people = await broughtIn(bundle);
    expect(people.map(({ said }) => said)).toEqual(bundle.forecasts.map(({ probability }) => probability));
    expect(people.map(({ name, importedName }) => importedName ?? name)).toEqual(
      bundle.forecasters.map(({ name }) => name),
    );
    expect(new Set(people.map(({ id }) => id)).size).toBe(8);
    expect(people.some(({ name }) => name === "bundle-import")).toBe(false);
    for (const { name } of people) {
      expect(name.length).toBeLessThanOrEqual(40);
      expect(name.isWellFormed(), name).toBe(true);
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u);
    }
  });

  test.each([
    ["names that differ in case", ["Cassia", "cassia", "CASSIA"]],
    ["composed and decomposed letters", ["Jos\u00e9a", "Jose\u0301a"]],
    ["compatibility forms", ["\ufb01ona", "fiona"]],
    ["full-width letters", ["\uff44ora", "dora"]],
    ["letters of another script that look alike", ["\u0430nke", "anke"]],
    ["signs that names here do not have", ["A B", "A-B", "A/B", "A?B"]],
    ["names without a letter", ["\u{1f4a5}", "!!", "\u{1f4a5}\u{1f4a5}", "?"]],
    ["names that begin alike for forty letters", [`${"y".repeat(45)}1`, `${"y".repeat(45)}2`, "y".repeat(40)]],
    ["astral letters at the cut", [`b${"\u{10400}".repeat(25)}`, `b${"\u{10400}".repeat(26)}`]],
    ["the same name twice", ["Duplicate", "Duplicate"]],
    ["names of objects", ["__proto__", "constructor", "toString"]],
  ])("%s", async (_, names) => {
    const people = await broughtIn(saidBy(names));
    expect(people.map(({ said }) => said)).toEqual(names.map((__, i) => (i + 1) / 100));
    expect(new Set(people.map(({ id }) => id)).size).toBe(names.length);
    expect(people.map(({ name, importedName }) => importedName ?? name)).toEqual(names);
  });

  test("and the same name from a later bundle is the same person, while a name that is only cut alike is not", async () => {
    const long = "z".repeat(50);
    const [first] = await broughtIn(saidBy([`${long}1`]));
    const [other] = await broughtIn(saidBy([`${long}2`]));
    const [again] = await broughtIn(saidBy([`${long}1`]));
    expect(again?.id).toBe(first?.id);
    expect(other?.id).not.toBe(first?.id);
  });
});

describe("nobody in a bundle speaks as somebody else", () => {
  test("not as who can sign in, in whatever case or form", async () => {
    const real = await someone(database.prisma, "forecaster", "Rosa");
    for (const name of ["Rosa", "ROSA", "\uff32osa"]) {
      const [person] = await broughtIn(saidBy([name]));
      expect(person?.id).not.toBe(real.actor.id);
      expect(person?.email).toBeNull();
    }
    expect(await database.prisma.forecast.count({ where: { forecasterId: real.actor.id } })).toBe(0);
  });

  test("not as a bot for a person, nor as the importer", async () => {
    const [bot] = await broughtIn(saidBy(["machine"], true));
    const [person] = await broughtIn(saidBy(["machine"]));
    expect(person?.id).not.toBe(bot?.id);
    const importer = await database.prisma.user.findUniqueOrThrow({ where: { nameKey: "bundle-import" } });
    for (const isBot of [true, false]) {
      const [forecaster] = await broughtIn(saidBy(["bundle-import"], isBot));
      expect(forecaster?.id).not.toBe(importer.id);
    }
    expect(await database.prisma.forecast.count({ where: { forecasterId: importer.id } })).toBe(0);
  });
});

test("names and what stands behind them come back the same through an export, however they had to be kept", async () => {
  const target = await testDatabase();
  const exported = await exportedBundle(job(database.prisma));
  await importBundle(job(target.prisma), Buffer.from(JSON.stringify(exported)));
  const again = await exportedBundle(job(target.prisma));
  expect(again.forecasters.map(({ name }) => name).toSorted()).toEqual(
    exported.forecasters.map(({ name }) => name).toSorted(),
  );
  expect(again.forecasters.length).toBeGreaterThan(30);
  const saidOf = ({ forecasters, forecasts }: BundleText) => {
    const nameOf = new Map(forecasters.map(({ id, name }) => [id, name]));
    return forecasts
      .map(({ questionId, forecasterId, probability }) => `${questionId} ${nameOf.get(forecasterId)} ${probability}`)
      .toSorted();
  };
  expect(saidOf(again)).toEqual(saidOf(exported));
  await target.close();
});
