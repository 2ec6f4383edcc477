import { instantText } from "#app/_components/instant-text.ts";
import type { ChartSeries, ValueText } from "./chart-series.ts";
import { activeValue, readingInstants } from "./step-series.ts";

const MAX_ROWS = 24;

interface SeriesTableProps {
  readonly caption: string;
  readonly series: readonly ChartSeries[];
  readonly until: number;
  readonly zone: string;
  readonly text: ValueText;
}

/** The chart's numbers, the latest first: at each change, or evenly spread where there were many. */
export function SeriesTable({ caption, series, until, zone, text }: SeriesTableProps) {
  const instants = readingInstants(
    series.map((one) => one.steps),
    until,
    MAX_ROWS,
  ).toReversed();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section tabIndex={0} aria-label={`${caption}, as a table`} className="max-h-80 overflow-auto">
      <table className="text-sm">
        <thead className="sticky top-0 bg-paper">
          <tr className="border-b border-outline text-soft">
            <th scope="col" className="py-1.5 pr-6 text-left font-medium">
              When
            </th>
            {series.map((one) => (
              <th key={one.key} scope="col" className="py-1.5 pr-6 text-right font-medium">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {instants.map((at) => (
            <tr key={at} className="border-b border-hairline">
              <th scope="row" className="py-1 pr-6 text-left font-normal whitespace-nowrap">
                {instantText(at, zone)}
              </th>
              {series.map((one) => {
                const value = activeValue(one.steps, at);
                return (
                  <td key={one.key} className="py-1 pr-6 text-right">
                    {value === null ? "–" : text(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
