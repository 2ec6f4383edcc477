import { classNames } from "#app/_components/class-names.ts";
import { type ChartSeries, shortLabels } from "./chart-series.ts";
import { type LabelForm, labelForm } from "./label-form.ts";
import type { PlotPlane } from "./plot-plane.ts";
import { seriesTones } from "./series-tone.ts";
import { spreadLabels } from "./spread-labels.ts";
import { activeValue } from "./step-series.ts";
import { acrossPlot } from "./time-plot.tsx";
import { wrapLabel } from "./wrap-label.ts";

/** A label this far from its line's end is tied to it by a stroke. */
const TIED_FROM = 4;

interface Ending {
  readonly one: ChartSeries;
  readonly short: string;
  readonly value: number;
  readonly name: readonly string[];
  readonly size: number;
}

/** The present value of each line, set large at its end, with the line's name below it. */
export function EndLabels({ series, from, to, until, height, y, text }: PlotPlane) {
  const form = labelForm(series.length);
  const shorts = shortLabels(series.map((one) => one.label));
  const endings = series.flatMap((one, place): Ending[] => {
    const value = activeValue(one.steps, until);
    if (value === null) return [];
    const name = wrapLabel(one.label, form.nameWidth, form.nameLines);
    return [{ one, short: shorts[place] ?? "", value, name, size: form.value + form.line * name.length + form.gap }];
  });
  const middles = spreadLabels(
    endings.map(({ value, size }) => ({ at: y(value), size })),
    0,
    height,
  );
  const x = acrossPlot(until, from, to);
  return (
    <svg aria-hidden="true" className="pointer-events-none overflow-visible">
      {endings.map((ending, index) => {
        const middle = middles[index] ?? y(ending.value);
        const Label = form.isDense ? DenseLabel : LargeLabel;
        const tone = seriesTones[ending.one.tone];
        return (
          // A nested drawing is moved by percent, which a transform cannot do; within it lengths are pixels.
          <svg key={ending.one.key} x={x} className="overflow-visible" aria-hidden="true">
            {Math.abs(middle - y(ending.value)) > TIED_FROM ? (
              <path
                d={`M0,${y(ending.value)}L10,${middle}`}
                fill="none"
                className={classNames(tone.stroke, "opacity-60")}
              />
            ) : null}
            <circle cy={y(ending.value)} r="4.5" className={classNames(tone.fill, "stroke-paper")} strokeWidth="1.5" />
            <g className="fill-ink stroke-paper" strokeWidth="4" strokeLinejoin="round" paintOrder="stroke">
              <Label ending={ending} form={form} top={middle - ending.size / 2} value={text(ending.value)} />
            </g>
          </svg>
        );
      })}
    </svg>
  );
}

interface LabelProps {
  readonly ending: Ending;
  readonly form: LabelForm;
  readonly top: number;
  readonly value: string;
}

function LargeLabel({ ending: { short, name }, form, top, value }: LabelProps) {
  const below = top + form.value + 10;
  return (
    <>
      <text x="12" y={top + 18} className="text-lg font-semibold">
        {value}
      </text>
      <text x="12" y={below} className="text-xs @xl:hidden">
        {short}
      </text>
      {name.map((line, row) => (
        <text key={line} x="12" y={below + row * form.line} className="hidden text-xs @xl:inline">
          {line}
        </text>
      ))}
    </>
  );
}

function DenseLabel({ ending: { short, name }, top, value }: LabelProps) {
  return (
    <text x="13" y={top + 13} className="text-sm font-semibold">
      {value}
      <tspan dx="6" className="text-xs font-normal @xl:hidden">
        {short}
      </tspan>
      <tspan dx="6" className="hidden text-xs font-normal @xl:inline">
        {name[0]}
      </tspan>
    </text>
  );
}
