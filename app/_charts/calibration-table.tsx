import { numberText } from "#app/_components/number-text.ts";
import { percentText } from "#app/_components/percent-text.ts";

/** Forecasts of like probability and what came of them. All but the count are shares, 0..1. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly meanProbability: number;
  readonly observedRate: number;
  /** The interval of the observed rate. */
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

interface CalibrationTableProps {
  readonly caption: string;
  readonly bins: readonly CalibrationBin[];
  readonly counted: string;
}

const cell = "py-1 pr-6 text-right last:pr-0";

/** The bins as rows. */
export function CalibrationTable({ caption, bins, counted }: CalibrationTableProps) {
  const heads = ["Mean forecast", "Came true", "95% interval", `Number of ${counted}s`];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section tabIndex={0} aria-label={`${caption}, as a table`} className="overflow-x-auto">
      <table className="text-sm">
        <thead>
          <tr className="border-b border-outline text-soft">
            <th scope="col" className="py-1.5 pr-6 text-left font-medium">
              Forecast
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1.5 pr-6 text-right font-medium last:pr-0">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.from} className="border-b border-hairline">
              <th scope="row" className="py-1 pr-6 text-left font-normal whitespace-nowrap">
                {numberText(bin.from * 100)}–{numberText(bin.to * 100)}%
              </th>
              <td className={cell}>{percentText(bin.meanProbability)}</td>
              <td className={cell}>{percentText(bin.observedRate)}</td>
              <td className={`${cell} whitespace-nowrap`}>
                {percentText(bin.lower)} – {percentText(bin.upper)}
              </td>
              <td className={cell}>{numberText(bin.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
