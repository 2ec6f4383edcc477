import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CalibrationChart } from "#app/_charts/calibration-chart.tsx";
import { DepthChart } from "#app/_charts/depth-chart.tsx";
import { IntervalDots } from "#app/_charts/interval-dots.tsx";
import { ScoreSweepChart } from "#app/_charts/score-sweep-chart.tsx";

const bin = { from: 0.2, to: 0.3, meanProbability: 0.25, observedRate: 0.31, lower: 0.2, upper: 0.44, count: 1204 };
const empty = { from: 0.3, to: 0.4, meanProbability: 0.35, observedRate: 0, lower: 0, upper: 1, count: 0 };

test("a calibration chart tells each bin's forecast, rate, interval and count", () => {
  const html = renderToStaticMarkup(<CalibrationChart title="Calibration" bins={[bin]} />);
  expect(html).toContain("Called 25% on average: 31% came true, of 1,204 forecasts.");
  expect(html).toContain("20% – 44%");
  expect(html).toContain(">1.2k<");
});

test("a dot lies at its bin's mean forecast across and its rate up", () => {
  const html = renderToStaticMarkup(<CalibrationChart title="Calibration" bins={[bin]} />);
  expect(html).toContain('<circle cx="25%" cy="69%"');
});

test("a bin without forecasts has neither a dot nor a row", () => {
  const html = renderToStaticMarkup(<CalibrationChart title="Calibration" bins={[bin, empty]} />);
  expect(html.match(/<circle/g)).toHaveLength(1);
  expect(html.match(/scope="row"/g)).toHaveLength(1);
});

test("a score sweep says how far one was ahead on average, and for how long", () => {
  const html = renderToStaticMarkup(
    <ScoreSweepChart
      title="Log score"
      from={0}
      to={4 * 86_400_000}
      mine={[{ at: 0, value: -20 }]}
      others={[{ at: 0, value: -32.5 }]}
    />,
  );
  expect(html).toContain("+12.5 against the others on average, over 4 days.");
});

test("a value with its interval is told in words with true minus signs", () => {
  const html = renderToStaticMarkup(<IntervalDots value={2.5} lower={-1} upper={6} from={-10} to={10} />);
  expect(html).toContain('aria-label="+2.5, between −1.0 and +6.0"');
});

test("an interval beyond the axis is cut at its edge", () => {
  const html = renderToStaticMarkup(<IntervalDots value={0} lower={-99} upper={99} from={-10} to={10} />);
  expect(html).toContain('x1="4%" x2="96%"');
});

test("a depth chart says what some moves of the price cost, in words and in its table", () => {
  const at = (price: number, credits: number) => ({ price, credits });
  const html = renderToStaticMarkup(
    <DepthChart
      title="What it takes"
      lead={undefined}
      price={0.4}
      down={[at(0.4, 0), at(0.3, 20)]}
      up={[at(0.4, 0), at(0.5, 18)]}
      names={{ down: "No", up: "Yes" }}
      moves={[{ price: 0.5, change: 0.1, credits: 18.25, shares: 40.5 }]}
    />,
  );
  expect(html).toContain("At 40% now. To 50%: 18 credits.");
  expect(html).toContain("50% (+10)");
  expect(html).toContain(">18.3<");
  expect(html).toContain("buying No");
});
