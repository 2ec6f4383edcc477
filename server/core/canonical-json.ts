import { DomainError } from "./errors.ts";

/**
 * The one text of a JSON value: keys in order of their UTF-16 code units, no spaces, numbers and strings as ECMAScript
 * writes them. Equal values have equal texts, so that a hash of the text stands for the value. A property that is
 * undefined is left out.
 *
 * Errors: `value_must_be_canonical` for what JSON cannot hold: NaN, infinities, bigints, functions, dates.
 * Source: RFC 8785, JSON Canonicalization Scheme.
 *
 * @example
 * canonicalJson({ b: [1, null], a: "é" }); // => '{"a":"é","b":[1,null]}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  // A list of numbers is written at once: a CDF has 201 of them.
  if (Array.isArray(value)) {
    return value.every(Number.isFinite) ? JSON.stringify(value) : `[${value.map(canonicalJson).join(",")}]`;
  }
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .sort()
      .filter((key) => value[key] !== undefined)
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(",")}}`;
  }
  throw new DomainError("value_must_be_canonical", { type: typeof value, text: String(value) });
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
