import type { IsotonicBlock } from "#core/calibration/isotonic-blocks.ts";

/**
 * The reliability curve read off at a probability.
 *
 * Formula: a block's rate within it, linear between the end of one block and the start of the next, constant beyond the outermost.
 * Units: probability in, rate out; the blocks must be in ascending order and not none.
 * Source: the curve as drawn by Dimitriadis, Gneiting & Jordan (2021).
 *
 * @example
 * isotonicValue([{ lowest: 0, highest: 0.2, rate: 0 }, { lowest: 0.6, highest: 1, rate: 1 }], 0.4).toFixed(3); // => "0.500"
 */
export function isotonicValue(
  blocks: readonly Pick<IsotonicBlock, "lowest" | "highest" | "rate">[],
  probability: number,
): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle] as IsotonicBlock).highest < probability) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low] as IsotonicBlock;
  const before = blocks[low - 1];
  if (!before || probability >= block.lowest || probability > block.highest) return block.rate;
  const share = (probability - before.highest) / (block.lowest - before.highest);
  return before.rate + share * (block.rate - before.rate);
}
