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
  /** The same by other rules, told in the table. */
  readonly jeffreys?: Range;
  readonly clopperPearson?: Range;
}

interface Range {
  readonly lower: number;
  readonly upper: number;
}

interface CalibrationTableProps {
  readonly caption: string;
  readonly bins: readonly CalibrationBin[];
  readonly counted: string;
}

const cell = "py-1 pr-6 text-right last:pr-0";

const OTHERS = [
  { key: "jeffreys", head: "Jeffreys" },
  { key: "clopperPearson", head: "Clopper–Pearson" },
] as const;

const rangeText = (range: Range | undefined) =>
  range ? `${percentText(range.lower)} – ${percentText(range.upper)}` : "–";

/** The bins as rows. */
export function CalibrationTable({ caption, bins, counted }: CalibrationTableProps) {
  const others = OTHERS.filter(({ key }) => bins.some((bin) => bin[key]));
  const named = others.length === 0 ? "95% interval" : "95% interval (Wilson)";
  const heads = ["Mean forecast", "Came true", named, ...others.map(({ head }) => head), `Number of ${counted}s`];
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
              <td className={`${cell} whitespace-nowrap`}>{rangeText(bin)}</td>
              {others.map(({ key }) => (
                <td key={key} className={`${cell} whitespace-nowrap`}>
                  {rangeText(bin[key])}
                </td>
              ))}
              <td className={cell}>{numberText(bin.count, Number.isInteger(bin.count) ? 0 : 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
