import fc from "fast-check";
import { expect, test } from "vitest";
import { meanProbability } from "#core/aggregation/mean-and-median.ts";
import { RecencyMean } from "#core/aggregation/recency-mean.ts";
import { recencyWeights } from "#core/aggregation/recency-weights.ts";

const acts = (people: number, most: number) =>
  fc.array(
    fc.record({
      who: fc.nat({ max: people - 1 }),
      leaves: fc.boolean(),
      p: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: most },
  );

/** The same by sorting everybody anew. */
function meanByHand(active: ReadonlyMap<string, number>): number {
  return meanProbability([...active.values()], recencyWeights(active.size));
}

function follow(told: readonly { who: number; leaves: boolean; p: number }[]) {
  const kept = new RecencyMean(1);
  const active = new Map<string, number>();
  for (const { who, leaves, p } of told) {
    active.delete(`p${who}`);
    if (leaves) kept.without(`p${who}`);
    else {
      active.set(`p${who}`, p);
      kept.with(`p${who}`, [p]);
    }
  }
  return { kept, active };
}

test("after any comings, updates and leavings it is the weighted mean of those who stand", () => {
  fc.assert(
    fc.property(acts(12, 80), (told) => {
      const { kept, active } = follow(told);
      if (active.size === 0) expect(kept.mean()).toEqual([Number.NaN]);
      else expect(kept.mean()[0]).toBeCloseTo(meanByHand(active), 12);
    }),
  );
});

test("with thousands active, when ranks are summed through nodes, it is so within 1e-9", () => {
  const told = Array.from({ length: 20_000 }, (_, i) => {
    const mixed = (i * 7919) % 10_007;
    return { who: (mixed * mixed) % 4001, leaves: mixed % 17 === 0, p: (mixed % 997) / 996 };
  });
  const { kept, active } = follow(told);
  expect(active.size).toBeGreaterThan(1500);
  expect(Math.abs((kept.mean()[0] as number) - meanByHand(active))).toBeLessThan(1e-9);
});

test("refuses a forecast with another number of options", () => {
  expect(() => new RecencyMean(2).with("a", [1])).toThrow(
    expect.objectContaining({ code: "argument_must_be_in_domain" }),
  );
});
