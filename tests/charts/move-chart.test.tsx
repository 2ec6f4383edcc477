import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MoveChart } from "#app/_charts/move-chart.tsx";
import { percentText } from "#app/_components/percent-text.ts";

const around = { label: "Crowd", from: 0, to: 100, mark: 50, until: 200 };
const drawn = (steps: { at: number; value: number | null }[], changes: Partial<typeof around> = {}) =>
  renderToStaticMarkup(<MoveChart {...around} {...changes} steps={steps} valueText={percentText} />);

describe("the chart of a move", () => {
  test("says what stood just before the instant and at the end", () => {
    const steps = [
      { at: -20, value: 0.3 },
      { at: 50, value: 0.6 },
      { at: 60, value: 0.7 },
    ];
    expect(drawn(steps)).toContain('aria-label="Crowd: 30% to 70%"');
  });

  test("begins with what stood already, at the left edge", () => {
    expect(drawn([{ at: -20, value: 0.5 }])).toMatch(/d="M0,28H220"/);
  });

  test("ends where time has come to, and says so where nothing stood", () => {
    expect(drawn([{ at: 55, value: 0.6 }], { until: 60 })).toContain('aria-label="Crowd: no forecast to 60%"');
    expect(drawn([{ at: 70, value: 0.6 }], { until: 60 })).not.toContain("<circle");
  });
});
