import { canonicalJson } from "#core/canonical-json.ts";
import { leafHash } from "./merkle-hashes.ts";

/** One record as it is sealed. */
export interface SealedRecord {
  readonly kind: string;
  readonly id: string;
  readonly value: unknown;
}

/**
 * The leaf of a record: the hash of its kind, its identifier and its value together, so that no record can take another's place.
 *
 * Formula: leaf hash of the canonical JSON of {id, kind, value}.
 * Units: hexadecimal.
 * Errors: `value_must_be_canonical` for what JSON cannot hold.
 *
 * @example
 * recordLeaf({ kind: "forecast", id: "1", value: { a: 1, b: 2 } }) === recordLeaf({ value: { b: 2, a: 1 }, id: "1", kind: "forecast" }); // => true
 */
export function recordLeaf({ kind, id, value }: SealedRecord): string {
  return leafHash(canonicalJson({ kind, id, value }));
}
