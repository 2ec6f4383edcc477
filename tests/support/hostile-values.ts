const TEXTS = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "a\u202eb",
  "a\u200bb",
  "e\u0301ire",
  "x".repeat(10_000),
  "😀".repeat(60),
  "constructor",
  "__proto__",
  "toString",
  "%",
  "\\",
  "'; --",
  "-1",
  "1e999",
  "99999999999999999999",
  "275760-09-13T00:00:00Z",
  "00000000-0000-0000-0000-000000000000",
  "0198c0de-0000-7000-8000-000000000000",
  "0000-q1",
  "https://xn--e1afmkfd.xn--p1ai/a",
];
const NUMBERS = [
  1e308,
  -1e308,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  0,
  0.5,
  2 ** 31,
  2 ** 53,
  -(2n ** 63n),
  2n ** 64n,
];
const YEARS = [-271_821, -1, 1, 999, 1000, 2999, 3000, 10_000, 275_760];
const INSTANTS = [
  new Date(8.64e15),
  new Date(-8.64e15),
  new Date(Number.NaN),
  ...YEARS.map((year) => new Date(new Date(0).setUTCFullYear(year))),
];
const OTHERS = [
  true,
  null,
  undefined,
  {},
  { not: "" },
  JSON.parse('{"__proto__":{"a":1},"constructor":1}'),
  [],
  [[]],
  "\0",
  "constructor",
  1e308,
  -1,
  new Date(8.64e15),
];

/** What the database's client would take for a condition, where a text was expected. */
export const CONDITIONS = [
  { not: "" },
  { contains: "" },
  { in: [""] },
  { gte: "" },
  { startsWith: "" },
  { equals: undefined },
];

/** What is put in the place of a value: all that is hostile to its kind, and some of every other. */
export function hostileTo(value: unknown): readonly unknown[] {
  if (typeof value === "string") return [...TEXTS, ...CONDITIONS, ...OTHERS];
  if (typeof value === "number" || typeof value === "bigint") return [...NUMBERS, ...OTHERS];
  return value instanceof Date ? [...INSTANTS, ...OTHERS] : OTHERS;
}
