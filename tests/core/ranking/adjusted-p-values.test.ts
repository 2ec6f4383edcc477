import fc from "fast-check";
import { expect, test } from "vitest";
import { benjaminiHochberg, holm } from "#core/ranking/adjusted-p-values.ts";

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

test("an adjusted p-value is never below its own, and Holm's never below Benjamini and Hochberg's", () => {
  fc.assert(
    fc.property(pValues, (raw) => {
      const [strict, mild] = [holm(raw), benjaminiHochberg(raw)];
      for (const [i, p] of raw.entries()) {
        expect(mild[i]).toBeGreaterThanOrEqual(p * (1 - 1e-15));
        expect(strict[i]).toBeGreaterThanOrEqual(mild[i]! - 1e-15);
        expect(strict[i]).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("adjusting keeps the order of the p-values", () => {
  fc.assert(
    fc.property(pValues, (raw) => {
      for (const adjusted of [holm(raw), benjaminiHochberg(raw)]) {
        const byRaw = raw.map((p, i) => [p, adjusted[i]!] as const).sort(([p], [q]) => p - q);
        for (const [i, [, value]] of byRaw.slice(1).entries()) expect(value).toBeGreaterThanOrEqual(byRaw[i]![1]);
      }
    }),
  );
});
