import { classNames } from "#app/_components/class-names.ts";
import { type ProbabilitySeries, shortLabel } from "./probability-series.ts";
import { seriesTones } from "./series-tone.ts";

/** The names of the lines, where the room beside them holds only letters. */
export function SeriesKey({ series }: { series: readonly ProbabilitySeries[] }) {
  if (series.every((one, place) => shortLabel(one.label, place) === one.label)) return null;
  return (
    <ul aria-hidden="true" className="mt-2 space-y-1 text-sm @xl:hidden">
      {series.map((one, place) => (
        <li key={one.key} className="flex items-baseline gap-2">
          <span className={classNames("size-2.5 shrink-0 rounded-full", seriesTones[one.tone].swatch)} />
          {shortLabel(one.label, place) === one.label ? null : (
            <span className="shrink-0 font-semibold">{shortLabel(one.label, place)}</span>
          )}
          <span>{one.label}</span>
        </li>
      ))}
    </ul>
  );
}
