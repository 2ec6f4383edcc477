import { expect, test } from "vitest";
import { bandPath, stepPath } from "#app/_charts/step-path.ts";

const x = (at: number) => at * 10;
const y = (value: number) => 100 - value * 100;

test("a forecast is drawn level until it is replaced, then straight up or down", () => {
  const steps = [
    { at: 0, value: 0.5 },
    { at: 4, value: 0.75 },
  ];
  expect(stepPath(steps, x, y, 10)).toBe("M0,50H40V25H100");
});

test("a withdrawal leaves a gap until the next forecast", () => {
  const steps = [
    { at: 0, value: 0.5 },
    { at: 2, value: null },
    { at: 6, value: 1 },
  ];
  expect(stepPath(steps, x, y, 8)).toBe("M0,50H20M60,0H80");
});

test("nothing is drawn beyond the instant at which the lines end", () => {
  const steps = [
    { at: 0, value: 0.5 },
    { at: 9, value: 1 },
  ];
  expect(stepPath(steps, x, y, 5)).toBe("M0,50H50");
  expect(bandPath([{ at: 9, lower: 0, upper: 1 }], x, y, 5)).toBe("");
});

test("a band goes forth along its upper edge and back along its lower", () => {
  const band = [
    { at: 0, lower: 0.2, upper: 0.6 },
    { at: 5, lower: 0.4, upper: 0.8 },
  ];
  expect(bandPath(band, x, y, 10)).toBe("M0,80V40H50V20H100V60H50V80H0Z");
});
