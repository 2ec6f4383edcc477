import { classNames } from "#app/_components/class-names.ts";
import { type ChartSeries, shortLabels } from "./chart-series.ts";
import { isCut, labelForm } from "./label-form.ts";
import { seriesTones } from "./series-tone.ts";

/** The names of the lines, where the room beside them holds only letters or not all of a name. */
export function SeriesKey({ series }: { series: readonly ChartSeries[] }) {
  const shorts = shortLabels(series.map((one) => one.label));
  if (series.every((one, place) => one.label === shorts[place])) return null;
  const form = labelForm(series.length);
  const isNeededWide = series.some((one) => isCut(one.label, form));
  return (
    <ul
      aria-hidden="true"
      className={classNames("mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm", !isNeededWide && "@xl:hidden")}
    >
      {series.map((one, place) => (
        <li key={one.key} className="flex basis-full items-baseline gap-2 @xl:basis-auto">
          <span className={classNames("size-2.5 shrink-0 rounded-full", seriesTones[one.tone].swatch)} />
          <span className="w-3.5 shrink-0 font-semibold @xl:hidden">{shorts[place]}</span>
          <span>{one.label}</span>
        </li>
      ))}
    </ul>
  );
}
