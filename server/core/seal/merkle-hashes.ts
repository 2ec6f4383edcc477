import { sha256 } from "@noble/hashes/sha2.js";
import { bytesOfHex, hexOfBytes } from "./hex.ts";

const LEAF = 0x00;
const NODE = 0x01;

/**
 * The hash of one leaf of a Merkle tree: of the text of a record.
 *
 * Formula: SHA-256(0x00 ‖ UTF-8 of the text). The prefix keeps a leaf from passing for a node.
 * Units: hexadecimal.
 * Source: RFC 9162, section 2.1.1 (as RFC 6962).
 *
 * @example
 * leafHash(""); // => "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
 */
export function leafHash(text: string): string {
  return hashOfParts(LEAF, new TextEncoder().encode(text));
}

/**
 * The hash of an inner node of a Merkle tree, of the two below it.
 *
 * Formula: SHA-256(0x01 ‖ left ‖ right).
 * Units: hexadecimal.
 * Source: RFC 9162, section 2.1.1 (as RFC 6962).
 *
 * @example
 * nodeHash(leafHash(""), "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"); // => "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
 */
export function nodeHash(left: string, right: string): string {
  return hashOfParts(NODE, bytesOfHex(left + right));
}

/**
 * The root of a tree without leaves: SHA-256 of nothing (RFC 9162, section 2.1.1).
 *
 * @example
 * EMPTY_ROOT.slice(0, 8); // => "e3b0c442"
 */
export const EMPTY_ROOT = hexOfBytes(sha256(new Uint8Array(0)));

function hashOfParts(prefix: number, content: Uint8Array): string {
  const bytes = new Uint8Array(content.length + 1);
  bytes[0] = prefix;
  bytes.set(content, 1);
  return hexOfBytes(sha256(bytes));
}
