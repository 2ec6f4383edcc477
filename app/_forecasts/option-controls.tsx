"use client";

import { optionTone, seriesTones } from "#app/_charts/series-tone.ts";
import { Button } from "#app/_components/button.tsx";
import { classNames } from "#app/_components/class-names.ts";
import { percentText } from "#app/_components/percent-text.ts";
import { PercentField } from "./percent-field.tsx";
import { PercentSlider } from "./percent-slider.tsx";
import { percentSum } from "./scaled-to-whole.ts";
import type { Forecasting } from "./use-forecast.ts";

interface Props {
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** The crowd's probabilities; null while it is hidden or empty. */
  readonly crowd: readonly number[] | null;
  readonly forecast: Forecasting;
}

/** One row per option, and what they sum to. */
export function OptionControls({ options, crowd, forecast }: Props) {
  const { draft, change } = forecast;
  return (
    <div>
      <ul className="divide-y divide-hairline">
        {options.map((option, place) => (
          <li
            key={option.id}
            className="grid grid-cols-[1fr_auto] items-center gap-x-4 py-2 sm:grid-cols-[14rem_1fr_auto]"
          >
            <span className="flex items-baseline gap-2 leading-snug">
              <span
                aria-hidden="true"
                className={classNames("size-2.5 shrink-0 rounded-[2px]", seriesTones[optionTone(place)].swatch)}
              />
              <span>
                {option.label}
                {crowd === null ? null : (
                  <span className="block text-xs text-soft">crowd {percentText(crowd[place] ?? 0)}</span>
                )}
              </span>
            </span>
            <span className="order-last col-span-2 sm:order-none sm:col-span-1">
              <PercentSlider
                label={option.label}
                percent={draft[place] ?? 0}
                onChange={(percent) => change(place, percent)}
              />
            </span>
            <PercentField
              label={`${option.label}, in percent`}
              percent={draft[place] ?? 0}
              onChange={(percent) => change(place, percent)}
              className="w-22"
            />
          </li>
        ))}
      </ul>
      <SumLine forecast={forecast} />
    </div>
  );
}

/** What the options sum to, what is missing, and the way to make it whole. */
function SumLine({ forecast: { sum, isComplete, scale } }: { forecast: Forecasting }) {
  const apart = percentSum([Math.abs(100 - sum)]);
  const isWhole = isComplete || apart === 0;
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-end gap-x-4 gap-y-1 border-t border-outline pt-2 text-sm">
      <output aria-live="polite" className={isWhole ? "text-soft" : "font-medium text-danger"}>
        Sum {sum}%{isWhole ? "" : sum < 100 ? `, ${apart} to give away` : `, ${apart} too many`}
      </output>
      {isComplete ? null : (
        <Button tone="secondary" size="small" onClick={scale}>
          Scale to 100%
        </Button>
      )}
    </div>
  );
}
