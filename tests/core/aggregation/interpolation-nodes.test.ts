import { expect, test } from "vitest";
import { interpolationNodes, NODE_ERROR, NODES } from "#core/aggregation/interpolation-nodes.ts";

test.each([32, 57, 84, 178, 316])(
  "a block of %i ranks is summed within the stated error from its least base on",
  (width) => {
    const { positions, basis, leastBase } = interpolationNodes(width);
    for (const base of [leastBase, 2 * leastBase, 10 * leastBase]) {
      for (let x = 1; x <= width; x++) {
        let sum = 0;
        positions.forEach((position, j) => {
          sum += (basis[x * NODES + j] as number) * Math.exp(Math.sqrt(base + position) - Math.sqrt(base + x));
        });
        expect(Math.abs(sum - 1)).toBeLessThan(NODE_ERROR);
      }
    }
  },
);

test("the shares of a position sum to one, and a step leads to the position before", () => {
  const { basis, step } = interpolationNodes(40);
  for (let x = 2; x <= 40; x++) {
    const row = basis.slice(x * NODES, (x + 1) * NODES);
    expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    const moved = row.map((share, j) => share + (step[x * NODES + j] as number));
    for (const [j, share] of moved.entries()) expect(share).toBeCloseTo(basis[(x - 1) * NODES + j] as number, 12);
  }
});
