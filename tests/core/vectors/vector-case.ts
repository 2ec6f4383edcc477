/** One case of a vectors file: what goes in, what must come out. */
export interface VectorCase {
  id: string;
  area: string;
  origin?: string;
  inputs: unknown;
  expected: unknown;
  tolerance: number;
  notes?: string;
}

/** How one family of cases is computed by Parley: gives the actual value in the shape of `expected`. */
export interface ServedFamily {
  run(vector: VectorCase, all: ReadonlyMap<string, VectorCase>): unknown;
  /** Keys of `expected` that Parley does not compute, each with the reason. */
  ignores?: Record<string, string>;
}

/** A family that no function serves, and why. */
export interface UnservedFamily {
  notServed: string;
}

/**
 * Families by the start of their ids; the longest start that fits an id wins. The value is the adapter, or the reason
 * why there is none.
 */
export type Families = Record<string, ServedFamily | UnservedFamily>;

/** A served family whose cases have inputs of the given shape: a vectors file is read as it comes, so the adapter names it. */
export function served<Inputs>(
  run: (inputs: Inputs, vector: VectorCase, all: ReadonlyMap<string, VectorCase>) => unknown,
  ignores: Record<string, string> = {},
): ServedFamily {
  return { run: (vector, all) => run(vector.inputs as Inputs, vector, all), ignores };
}
