/** How a block of neighbouring ranks is summed: through a few nodes instead of one by one. */
export interface InterpolationNodes {
  /** Whole positions 1…width at which the weight is read. */
  positions: Int32Array;
  /** Lagrange basis: the share of node j for position x at index x·NODES + j. */
  basis: Float64Array;
  /** What a member's shares gain when it moves from position x to x − 1, at index x·NODES + j. */
  step: Float64Array;
  /** The least rank below the block from which on the interpolated weights are within `NODE_ERROR`, relatively. */
  leastBase: number;
}

export const NODES = 8;
export const NODE_ERROR = 1e-9;

/**
 * Nodes for blocks of `width` neighbouring ranks of the weight f(y) = e^(√y).
 *
 * With s = √y, the J-th derivative is f·(2s)^(−J)·(1 − c₁/s + c₂/s² − …), a Bessel polynomial of −1/s with c₁ = J(J − 1)/2.
 * For s ≥ c₁ its terms decrease, so that it lies in (0, 1] and |f⁽ᴶ⁾| ≤ f/(2s)^J. The error of interpolation, relative to f at the point,
 * therefore is at most e^(width/2s)·max Π|x − x_j| / (J!·(2s)^J), s taken at the base of the block.
 */
export function interpolationNodes(width: number): InterpolationNodes {
  const positions = new Int32Array(NODES);
  for (let j = 0; j < NODES; j++) {
    const chebyshev = Math.cos(((2 * j + 1) * Math.PI) / (2 * NODES));
    positions[j] = Math.round((1 + width) / 2 - ((width - 1) / 2) * chebyshev);
  }
  const basis = new Float64Array((width + 1) * NODES);
  let greatest = 0;
  for (let x = 1; x <= width; x++) {
    let product = 1;
    for (let j = 0; j < NODES; j++) {
      product *= Math.abs(x - (positions[j] as number));
      basis[x * NODES + j] = lagrange(positions, j, x);
    }
    greatest = Math.max(greatest, product);
  }
  const step = new Float64Array(basis.length);
  for (let i = 2 * NODES; i < basis.length; i++) step[i] = (basis[i - NODES] as number) - (basis[i] as number);
  const spread = greatest / 40320;
  let root = (NODES * (NODES - 1)) / 2;
  while (Math.exp(width / 2 / root) * spread * (2 * root) ** -NODES > NODE_ERROR) root += 0.5;
  return { positions, basis, step, leastBase: Math.ceil(root * root) };
}

function lagrange(positions: Int32Array, j: number, x: number): number {
  let value = 1;
  const own = positions[j] as number;
  for (const other of positions) if (other !== own) value *= (x - other) / (own - other);
  return value;
}
