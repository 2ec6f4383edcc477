import { ensureArgument } from "#core/errors.ts";

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * Bytes as small hexadecimal digits.
 *
 * @example
 * hexOfBytes(new Uint8Array([0, 255])); // => "00ff"
 */
export function hexOfBytes(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += DIGITS[byte];
  return text;
}

/**
 * The bytes that hexadecimal digits stand for.
 *
 * Errors: `argument_must_be_in_domain` for anything but pairs of digits.
 *
 * @example
 * bytesOfHex("00ff"); // => new Uint8Array([0, 255])
 */
export function bytesOfHex(text: string): Uint8Array {
  ensureArgument(/^([0-9a-f]{2})*$/.test(text), "Not pairs of small hexadecimal digits.");
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}
