import { afterAll, beforeAll, expect, test } from "vitest";
import { BUNDLE_LISTS } from "#core/bundle/bundle-fault.ts";
import type { Database } from "#db/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { reportLines } from "#services/import/bundle-report.ts";
import { importBundle } from "#services/import/import-bundle.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";
import { job } from "#tests/support/people.ts";
import { smallBundle } from "#tests/support/small-bundle.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { exportedBundle } from "#tests/support/whole-bundle.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function brought(bundle: Partial<BundleText>) {
  const document = { format: "parley-bundle", version: 1, ...bundle };
  const report = await importBundle(job(database.prisma), Buffer.from(JSON.stringify(document)));
  for (const list of BUNDLE_LISTS) {
    const { came, added, known, leftOut } = report.lists[list];
    expect(added + known + leftOut, list).toBe(came);
  }
  return report;
}

test("a bundle of topics alone goes in, and is known when it comes again", async () => {
  const topics = [{ id: "alone", title: "Alone", summary: "" }];
  const { lists } = await brought({ topics });
  expect(lists.topics).toEqual({ came: 1, added: 1, known: 0, leftOut: 0 });
  await expect(brought({ topics })).rejects.toMatchObject({
    code: "import_must_be_new",
    values: { reason: "bundle", counts: [[1, "topics"]] },
  });
  await expect(brought({})).rejects.toThrow(brokenRule("import_must_be_new", { reason: "bundle", counts: [] }));
});

test("a report says of every list what came, went in, was known and was left out, and it adds up", async () => {
  const first = await brought(smallBundle());
  expect(first.lists).toMatchObject({
    questions: { came: 4, added: 4 },
    forecasts: { came: 5, added: 5 },
    forecasters: { came: 2, added: 2 },
    comments: { came: 1, added: 1 },
    trades: { came: 1, added: 1 },
  });
  expect(first.resolved).toBe(4);
  const [extra] = smallBundle().questions;
  const more = smallBundle();
  more.questions.push({ ...extra, id: "later", title: "Later?", type: "binary" } as (typeof more.questions)[number]);
  more.forecasts.push({ questionId: "yes", forecasterId: "b", madeAt: "2026-01-06T00:00:00Z", probability: 0.9 });
  const second = await brought(more);
  expect(second.lists).toMatchObject({
    questions: { came: 5, added: 1, known: 4, leftOut: 0 },
    forecasts: { came: 6, added: 0, known: 5, leftOut: 1 },
    events: { came: 1, added: 0, known: 1, leftOut: 0 },
    tournaments: { came: 1, added: 0, known: 1, leftOut: 0 },
    markets: { came: 1, added: 0, known: 1, leftOut: 0 },
  });
  expect(second.notes.join("\n")).toContain("1 forecasts on questions that are here already, which keep their history");
  expect(reportLines(second).join("\n")).toContain("forecasts: 6 came; 0 went in, 5 known already, 1 left out");
});

test("an export is known to the database that it came from, and adds nobody to it", async () => {
  const users = await database.prisma.user.count();
  await expect(brought(await exportedBundle(job(database.prisma)))).rejects.toMatchObject({
    code: "import_must_be_new",
  });
  expect(await database.prisma.user.count()).toBe(users);
});

test("a question that closes after now comes in open, and one without a reason for its void is noted", async () => {
  const dates = { opensAt: "2026-01-01T00:00:00Z", closesAt: "2900-01-01T00:00:00Z" };
  const { lists, notes } = await brought({
    questions: [
      { id: "ahead", type: "binary", title: "Ahead?", ...dates },
      {
        id: "bare",
        type: "binary",
        title: "Bare?",
        ...dates,
        resolution: { outcome: null, knownAt: "2026-01-03T00:00:00Z" },
      },
    ],
    forecasters: [{ id: "f", name: "Fay" }],
    forecasts: [{ questionId: "ahead", forecasterId: "f", madeAt: "2026-01-02T00:00:00Z", probability: 0.5 }],
  });
  expect(lists.questions).toMatchObject({ came: 2, added: 2 });
  expect(await database.prisma.finalResolution.count({ where: { question: { slug: "ahead" } } })).toBe(0);
  expect(notes).toEqual(["the question bare: no reason is given for its void, so it is kept as ambiguous reality"]);
});
