import { expect, test } from "vitest";
import { compactText, numberText, signedText } from "#app/_components/number-text.ts";
import { percentText, pointsText } from "#app/_components/percent-text.ts";
import { countText } from "#core/text/count-text.ts";

test.each([
  [0.5, "50%"],
  [0.426, "43%"],
  [0.02, "2%"],
  [0.0199, "2.0%"],
  [0.004, "0.4%"],
  [0.98, "98%"],
  [0.992, "99.2%"],
  [99.9 / 100, "99.9%"],
  [0, "0%"],
  [1, "100%"],
  [0.0004, "<0.1%"],
  [0.9996, ">99.9%"],
])("%d is read as %s: decimals only near the ends", (probability, text) => {
  expect(percentText(probability)).toBe(text);
});

test("a probability short of certainty is never shown as certain", () => {
  for (const probability of [1e-9, 0.00049, 0.9995, 0.99951, 1 - 1e-9]) {
    expect(percentText(probability)).not.toBe("0%");
    expect(percentText(probability)).not.toMatch(/^0\.0%$|^100/);
  }
});

test.each([
  [0.04, "+4"],
  [-0.12, "−12"],
  [0.004, "+0.4"],
  [0, "0"],
  [-0.0001, "0"],
])("a change of %d is %s points", (change, text) => {
  expect(pointsText(change)).toBe(text);
});

test("numbers have grouped thousands and a true minus, and zero has no sign", () => {
  expect([numberText(12480), numberText(-3.25, 2), numberText(-0.001, 1)]).toEqual(["12,480", "−3.25", "0.0"]);
  expect([signedText(12.44), signedText(-3), signedText(0.01)]).toEqual(["+12.4", "−3.0", "0.0"]);
});

test("a count agrees with its noun", () => {
  expect([countText(1, "forecast"), countText(2310, "forecast"), countText(2, "entry", "entries")]).toEqual([
    "1 forecast",
    "2,310 forecasts",
    "2 entries",
  ]);
});

test("a compact count has four characters at most", () => {
  const counts = [0, 7, 999, 1000, 9949, 9960, 38_400, 999_499, 999_500, 2_140_000];
  expect(counts.map(compactText)).toEqual(["0", "7", "999", "1.0k", "9.9k", "10k", "38k", "999k", "1.0m", "2.1m"]);
});
