interface LabelPlace {
  /** Where the label would like its middle. */
  readonly at: number;
  readonly size: number;
}

/**
 * Middles for labels along one axis, as near as can be to where they belong, none overlapping another and all within
 * `from`..`to` where the room suffices. Labels that meet share the shift equally: they are pooled like the blocks of an
 * isotonic regression, each pool centred on the mean of its members' wishes.
 */
export function spreadLabels(labels: readonly LabelPlace[], from: number, to: number): number[] {
  const order = labels.map((_, index) => index).sort((a, b) => placeOf(labels, a).at - placeOf(labels, b).at);
  const pools: Pool[] = [];
  for (const index of order) {
    let pool = settle({ members: [index], size: placeOf(labels, index).size, start: 0 }, labels, from, to);
    for (let above = pools.at(-1); above !== undefined && above.start + above.size > pool.start; above = pools.at(-1)) {
      pools.pop();
      const members = [...above.members, ...pool.members];
      pool = settle({ members, size: above.size + pool.size, start: 0 }, labels, from, to);
    }
    pools.push(pool);
  }
  const middles = labels.map((label) => label.at);
  for (const pool of pools) {
    let edge = pool.start;
    for (const index of pool.members) {
      const { size } = placeOf(labels, index);
      middles[index] = edge + size / 2;
      edge += size;
    }
  }
  return middles;
}

interface Pool {
  readonly members: readonly number[];
  readonly size: number;
  readonly start: number;
}

const nowhere: LabelPlace = { at: 0, size: 0 };

function placeOf(labels: readonly LabelPlace[], index: number): LabelPlace {
  return labels[index] ?? nowhere;
}

/** Where a pool starts when each of its members is as near to its wish as the others let it be. */
function settle(pool: Pool, labels: readonly LabelPlace[], from: number, to: number): Pool {
  let before = 0;
  let wishes = 0;
  for (const index of pool.members) {
    const { at, size } = placeOf(labels, index);
    wishes += at - size / 2 - before;
    before += size;
  }
  const start = wishes / pool.members.length;
  return { ...pool, start: Math.max(from, Math.min(start, to - pool.size)) };
}
