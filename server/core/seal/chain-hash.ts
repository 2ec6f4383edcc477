import { sha256 } from "@noble/hashes/sha2.js";
import { canonicalJson } from "#core/canonical-json.ts";
import { bytesOfHex, hexOfBytes } from "./hex.ts";

/** What the first link of a chain has before it: 32 zero bytes. */
export const CHAIN_START = "0".repeat(64);

/**
 * The hash of one link of a chain: it stands for its own value and, through the link before, for all that came earlier.
 *
 * Formula: SHA-256(hash of the link before ‖ UTF-8 of the value's canonical JSON).
 * Units: hexadecimal.
 * Errors: `value_must_be_canonical` for what JSON cannot hold.
 *
 * @example
 * chainHash(CHAIN_START, { act: "publish" }).length; // => 64
 * chainHash(CHAIN_START, { a: 1, b: 2 }) === chainHash(CHAIN_START, { b: 2, a: 1 }); // => true
 */
export function chainHash(previous: string, value: unknown): string {
  const [before, text] = [bytesOfHex(previous), new TextEncoder().encode(canonicalJson(value))];
  const bytes = new Uint8Array(before.length + text.length);
  bytes.set(before);
  bytes.set(text, before.length);
  return hexOfBytes(sha256(bytes));
}
