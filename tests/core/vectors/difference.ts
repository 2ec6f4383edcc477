/**
 * Where an actual value is not the expected one, as a sentence; null when they agree.
 *
 * Numbers agree within tolerance·max(1, |expected|); "Infinity" and "-Infinity" are numbers; null is none or not a number.
 * Of objects the keys of `expected` are compared, without those to be ignored: there must be one, and each must be computed.
 */
export function difference(
  actual: unknown,
  expected: unknown,
  tolerance: number,
  ignored: readonly string[] = [],
  path = "value",
): string | null {
  if (expected === "Infinity" || expected === "-Infinity") {
    return actual === Number(expected) || actual === expected ? null : mismatch(path, actual, expected);
  }
  if (expected === null) {
    return actual === null || actual === undefined || Number.isNaN(actual) ? null : mismatch(path, actual, expected);
  }
  if (typeof expected === "number") {
    const near =
      typeof actual === "number" && Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    return near || actual === expected ? null : mismatch(path, actual, expected);
  }
  if (typeof expected !== "object") return actual === expected ? null : mismatch(path, actual, expected);
  if (typeof actual !== "object" || actual === null) return mismatch(path, actual, expected);
  if (Array.isArray(expected)) {
    const length = (actual as ArrayLike<unknown>).length;
    if (length !== expected.length) return `${path} has ${length} entries, not ${expected.length}`;
  }
  const compared = Object.entries(expected).filter(([key]) => !ignored.includes(key));
  if (compared.length === 0 && !Array.isArray(expected)) return `${path} expects nothing`;
  for (const [key, value] of compared) {
    if (!(key in actual)) return `${path}.${key} is nothing that is computed`;
    const found = difference((actual as Record<string, unknown>)[key], value, tolerance, ignored, `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

function mismatch(path: string, actual: unknown, expected: unknown): string {
  return `${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`;
}
