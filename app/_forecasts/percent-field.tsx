"use client";

import { stepByKey } from "./percent-slider.tsx";
import { PERCENT_RULE, percentField, statablePercent } from "./stated-percent.ts";
import { ValueField } from "./value-field.tsx";

interface Props {
  readonly label: string;
  readonly percent: number;
  readonly onChange: (percent: number) => void;
  readonly className?: string;
}

/** A percentage as a number that can be typed and stepped. */
export function PercentField({ label, percent, onChange, className }: Props) {
  return (
    <span className="relative inline-flex items-center">
      <ValueField
        label={label}
        text={percentField(percent)}
        read={statablePercent}
        rule={PERCENT_RULE}
        onChange={onChange}
        onKeyDown={(event) => stepByKey(event, percent, onChange)}
        className={`pr-7 text-right ${className ?? "w-20"}`}
      />
      <span aria-hidden="true" className="pointer-events-none absolute right-2.5 text-soft">
        %
      </span>
    </span>
  );
}
