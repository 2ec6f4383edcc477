import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { scoreBundle } from "#services/bundle/score-bundle.ts";
import { times } from "#tests/support/chance.ts";
import { bytesOf, faultsOf } from "#tests/support/shown-faults.ts";
import { changed, smallBundle } from "#tests/support/small-bundle.ts";

describe("whatever is changed in a bundle", () => {
  const weird = fc.constantFrom<unknown>(
    ...[
      undefined,
      null,
      "",
      " ",
      "\u0000",
      "\ud800",
      0,
      -0,
      -1,
      1e308,
      5e-324,
      0.5,
      true,
      [],
      [[]],
      {},
      [null],
      { a: 1 },
    ],
    ...["__proto__", "constructor", "2026-02-30", "2026-01-02T00:00:00Z", "9999-01-01T00:00:00Z", "a".repeat(400)],
  );
  const places = [...placesIn(smallBundle(), "")];

  test("every fault has a place and plain words, and none is an error of the program", () => {
    expect(places.length).toBeGreaterThan(150);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...places), weird), { minLength: 1, maxLength: 4 }), (changes) => {
        const bundle = smallBundle();
        for (const [place, value] of changes) {
          try {
            changed(place, structuredClone(value), bundle);
          } catch {
            // An earlier change took away what this one would change.
          }
        }
        for (const bytes of [bytesOf(bundle), Buffer.from(linesOf(bundle))]) {
          const faults = faultsOf(bytes);
          if (/^and \d+ more$/.test(faults.at(-1) ?? "")) faults.pop();
          for (const line of faults) {
            expect(line).toMatch(/^([a-z]+(\[\d+\])?[^:]*|line \d+(: [^:]+)?|[a-z]+): ./);
            expect(line).not.toMatch(/expected|received|Invalid input|undefined|TypeError|NaN|\[object/);
          }
          const scored = () => scoreBundle(bytes, { clip: true });
          try {
            scored();
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
            expect(error.code).toBe("import_must_be_readable");
          }
        }
      }),
      { numRuns: times(1000) },
    );
  });
});

/** One record a line, of whatever the lists have become. */
function linesOf(bundle: BundleText): string {
  const kinds = {
    questions: "question",
    forecasters: "forecaster",
    forecasts: "forecast",
    topics: "topic",
    events: "event",
    trades: "trade",
  };
  const head = JSON.stringify({ kind: "bundle", format: bundle.format, version: bundle.version });
  const lines = Object.entries(kinds).flatMap(([list, kind]) => {
    const records = (bundle as unknown as Record<string, unknown>)[list];
    return Array.isArray(records) ? records.map((record) => JSON.stringify({ kind, ...Object(record) })) : [];
  });
  return [head, ...lines].join("\n");
}

/** Every place of a value, lists and records among them. */
function* placesIn(value: unknown, place: string): Generator<string> {
  if (place !== "") yield place;
  if (typeof value !== "object" || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, member] of Object.entries(value)) {
    if (isList && Number(key) > 5) continue;
    yield* placesIn(member, isList ? `${place}[${key}]` : place === "" ? key : `${place}.${key}`);
  }
}
