import fc from "fast-check";
import { expect, test } from "vitest";
import { statedNumber } from "#core/stated-number.ts";

test.each([
  ["0", 0],
  ["-0", 0],
  ["+7", 7],
  ["007", 7],
  ["5.", 5],
  [".131", 0.131],
  ["-12.50", -12.5],
  ["1E+3", 1000],
  ["0e99", 0],
  ["0.000e5", 0],
  ["179769313486231570000000000000000000e273", 1.7976931348623157e308],
])("%s states a number", (text, value) => {
  expect(statedNumber(text)).toBe(value);
});

test.each([
  ["an empty text", ""],
  ["a blank", " "],
  ["a number with a blank before it", " 1"],
  ["a number with a line break after it", "1\n"],
  ["a separator of thousands", "1,234.5"],
  ["a decimal comma", "0,5"],
  ["hexadecimal digits", "0x10"],
  ["binary digits", "0b11"],
  ["digits parted by underscores", "1_000"],
  ["a sign alone", "-"],
  ["two signs", "--1"],
  ["a point alone", "."],
  ["an exponent alone", "e5"],
  ["an exponent without digits", "1e"],
  ["a word for no number", "NaN"],
  ["a word for no end", "Infinity"],
  ["a percentage", "50%"],
  ["digits of another script", "٣"],
  ["a minus sign that is no hyphen", "−1"],
  ["a number larger than any that is kept", "1e309"],
  ["a number that would be kept as zero", "1e-400"],
  ["a very small number written out", `0.${"0".repeat(400)}1`],
])("%s states none", (_, text) => {
  expect(statedNumber(text)).toBeNull();
});

test("Every finite number is read back from its own text.", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(statedNumber(String(value))).toBe(value === 0 ? 0 : value);
    }),
  );
});
