"use client";

import { typedNumber } from "#app/_forms/typed-number.ts";
import { locationText, type Ranged } from "#app/_questions/range-text.ts";
import { locationOfValue, valueAtLocation } from "#core/scoring/range-scale.ts";
import { statedDay } from "#core/time/stated-day.ts";
import { DensityChart } from "./density-chart.tsx";
import { ABOVE, BELOW, roomOf } from "./entry-form.ts";
import { PercentField } from "./percent-field.tsx";
import type { Forecasting } from "./use-forecast.ts";
import { ValueField } from "./value-field.tsx";

interface Props {
  readonly ranged: Ranged;
  /** The crowd's CDF; null while it is hidden or empty. */
  readonly crowd: readonly number[] | null;
  readonly forecast: Forecasting;
}

const NAMES = [
  ["Low", "one chance in ten that it is less"],
  ["Middle", "as likely less as more"],
  ["High", "one chance in ten that it is more"],
] as const;

/** A distribution by three of its values, with its shape above and what lies beyond the range below. */
export function DistributionControls({ ranged, crowd, forecast }: Props) {
  const { draft, change, probabilities } = forecast;
  const { openLower, openUpper } = ranged.range;
  const unit = ranged.range.unit ? `, in ${ranged.range.unit}` : "";
  return (
    <div className="space-y-3">
      <DensityChart ranged={ranged} own={probabilities} crowd={crowd} />
      <ul className="divide-y divide-hairline">
        {NAMES.map(([name, meaning], place) => (
          <li key={name} className="grid grid-cols-[1fr_auto] items-center gap-x-4 py-2 sm:grid-cols-[13rem_1fr_auto]">
            <span className="leading-snug">
              {name}
              <span className="block text-xs text-soft">{meaning}</span>
            </span>
            <span className="order-last col-span-2 sm:order-none sm:col-span-1">
              <input
                type="range"
                aria-label={`${name}: ${meaning}`}
                aria-valuetext={locationText(ranged, (draft[place] ?? 0) / 100)}
                min={0}
                max={100}
                step={0.5}
                value={draft[place] ?? 0}
                onChange={(event) => change(place, Number(event.target.value))}
                className="h-11 w-full min-w-0 cursor-pointer touch-pan-y sm:h-8"
              />
            </span>
            <PlaceField
              label={`${name}${unit}`}
              ranged={ranged}
              place={place}
              percent={draft[place] ?? 0}
              onChange={(percent) => change(place, percent)}
            />
          </li>
        ))}
      </ul>
      {openLower || openUpper ? (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
          {openLower ? <Outside words={`Below ${locationText(ranged, 0)}`} place={BELOW} forecast={forecast} /> : null}
          {openUpper ? <Outside words={`Above ${locationText(ranged, 1)}`} place={ABOVE} forecast={forecast} /> : null}
          <span className="text-soft">The three values speak of what lies between.</span>
        </div>
      ) : null}
    </div>
  );
}

function Outside({ words, place, forecast }: { words: string; place: number; forecast: Forecasting }) {
  return (
    <span className="flex items-center gap-2">
      {words}
      <PercentField
        label={`${words}, in percent`}
        percent={forecast.draft[place] ?? 0}
        onChange={(percent) => forecast.change(place, percent)}
      />
    </span>
  );
}

interface PlaceProps {
  readonly label: string;
  readonly ranged: Ranged;
  readonly place: number;
  /** Where the value lies, in percent of the range. */
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

/** The value itself, to be typed: a number, or a day. */
function PlaceField({ label, ranged, place, percent, onChange }: PlaceProps) {
  const isDate = ranged.type === "date";
  const room = roomOf(place);
  const [least, greatest] = room.map((end) => locationText(ranged, end / 100));
  return (
    <ValueField
      label={label}
      type={isDate ? "date" : "text"}
      text={
        isDate
          ? new Date(valueAtLocation(ranged.range, percent / 100)).toISOString().slice(0, 10)
          : locationText(ranged, percent / 100)
      }
      read={(text) => {
        const value = isDate ? statedDay(text) : typedNumber(text);
        if (value === null) return null;
        const typed = locationOfValue(ranged.range, value) * 100;
        return typed >= room[0] && typed <= room[1] ? typed : null;
      }}
      rule={`${isDate ? "A day" : "A number"} from ${least} to ${greatest}.`}
      onChange={onChange}
      className={isDate ? "w-40" : "w-28 text-right font-semibold"}
    />
  );
}
