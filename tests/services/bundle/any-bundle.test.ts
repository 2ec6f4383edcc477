import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { importBundle } from "#services/import/import-bundle.ts";
import { anyBundle } from "#tests/support/any-bundle.ts";
import { canonicalDocument } from "#tests/support/canonical-document.ts";
import { times } from "#tests/support/chance.ts";
import { job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { exportedBytes, ndjsonOf } from "#tests/support/whole-bundle.ts";

/** So many instances in the gate; more are tried by hand, by raising this. */
const INSTANCES = times(100);

let first: Database;
let second: Database;
beforeAll(async () => {
  first = await testDatabase();
  second = await testDatabase();
});
afterAll(async () => {
  await first.close();
  await second.close();
});

/** What there is of everything in a bundle, by name. */
function* kindsIn({ questions, forecasts, forecasters, ...rest }: BundleText): Generator<string> {
  for (const { type, range, revealAt, criteria, resolution, challengeWindowHours } of questions) {
    const answer = resolution ? (resolution.outcome === null ? "void" : "answered") : "open";
    yield `${type} ${answer}`;
    if (resolution?.earlier) yield `${type} answered anew`;
    if (resolution?.outcome === "below" || resolution?.outcome === "above") yield "beyond the range";
    if (range)
      yield `range ${range.zeroPoint === undefined ? "linear" : "logarithmic"}, open ${range.openLower} ${range.openUpper}`;
    if (revealAt) yield "hidden at first";
    if (criteria?.earlier) yield "several criteria";
    if (challengeWindowHours !== undefined) yield "own window";
  }
  for (const { probability, endedAt, madeAt } of forecasts) {
    if (probability === 0 || probability === 1) yield "certainty";
    if (endedAt !== undefined) yield endedAt === madeAt ? "replaced at once" : "withdrawn";
  }
  for (const { isBot, isSimulated } of forecasters) {
    if (isBot) yield "bot";
    if (isSimulated) yield "simulated";
  }
  for (const { place } of rest.comments ?? []) yield place === undefined ? "comment" : "comment on one of several";
  for (const { earlier, mergedInto, status } of rest.events ?? []) {
    yield `event ${status}`;
    if (earlier) yield "event revised";
    if (mergedInto) yield "event merged";
  }
  if (rest.coverage?.some(({ supersedes }) => supersedes)) yield "coverage replaced";
  if (rest.tournaments?.length) yield "tournament";
  if (rest.topics?.some(({ scenarios }) => scenarios)) yield "scenarios";
  for (const { bucketBounds } of rest.markets ?? []) yield bucketBounds ? "market of buckets" : "market";
  for (const { closedBy = "rests" } of rest.orders ?? []) yield `order ${closedBy}`;
}

const TYPES = ["binary", "multiple_choice", "numeric", "date"];
const EXPECTED = [
  ...TYPES.flatMap((type) => [`${type} open`, `${type} answered`, `${type} void`, `${type} answered anew`]),
  ...["beyond the range", "range logarithmic, open true false", "range linear, open false true", "hidden at first"],
  ...["several criteria", "own window", "certainty", "replaced at once", "withdrawn", "bot", "simulated", "comment"],
  ...[
    "comment on one of several",
    "event reported",
    "event disputed",
    "event retracted",
    "event revised",
    "event merged",
  ],
  ...["coverage replaced", "tournament", "scenarios", "market", "market of buckets", "order rests", "order filled"],
];

test(`a bundle of any kind comes back the same from one database and from the next, of ${INSTANCES}`, async () => {
  await fc.assert(
    fc.asyncProperty(anyBundle, async (bundle) => {
      const topic = bundle.topics?.[0]?.id ?? "";
      await importBundle(job(first.prisma), Buffer.from(JSON.stringify(bundle)));
      const once = await exportedBytes(job(first.prisma), { topic });
      const exported: BundleText = JSON.parse(once.toString());
      expect(canonicalDocument(exported)).toBe(canonicalDocument(bundle));
      await importBundle(job(second.prisma), ndjsonOf(exported));
      const twice = await exportedBytes(job(second.prisma), { topic });
      expect(twice.toString()).toBe(once.toString());
    }),
    { numRuns: INSTANCES },
  );
}, 600_000);

test("there is everything in the bundles that are drawn, in enough of them", () => {
  const drawn = fc.sample(anyBundle, { seed: 1, numRuns: INSTANCES });
  const seen = new Set(drawn.flatMap((bundle) => [...kindsIn(bundle)]));
  expect([...seen]).toEqual(expect.arrayContaining(EXPECTED));
});
