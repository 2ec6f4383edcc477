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

const FIELDS: readonly string[] = ["id", "area", "origin", "inputs", "expected", "tolerance", "notes"];

/** What keeps a case from being checked, as a sentence; null when nothing does. */
export function faultOfCase(vector: VectorCase): string | null {
  const unknown = Object.keys(vector).filter((field) => !FIELDS.includes(field));
  if (unknown.length > 0) return `has the unknown field ${unknown.join(", ")}`;
  const missing = ["inputs", "expected", "tolerance"].filter((field) => !Object.hasOwn(vector, field));
  if (missing.length > 0) return `has no ${missing.join(", ")}`;
  return Number.isFinite(vector.tolerance) && vector.tolerance >= 0 ? null : "has a tolerance that is no number";
}

/** How one family of cases is computed by Parley: gives the actual value in the shape of `expected`. */
export interface ServedFamily {
  run(inputs: unknown, vector: VectorCase, all: ReadonlyMap<string, VectorCase>): unknown;
  /** Keys of `expected` that Parley does not compute, each with the reason. */
  ignores?: Record<string, string>;
  /** Inputs that no value of the family depends on, each with the reason. Any other input that is not used is a failure. */
  leaves?: Record<string, string>;
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
  leaves: Record<string, string> = {},
): ServedFamily {
  return { run: (inputs, vector, all) => run(inputs as Inputs, vector, all), ignores, leaves };
}
