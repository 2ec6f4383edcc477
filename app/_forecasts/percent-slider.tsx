"use client";

import type { KeyboardEvent } from "react";
import { oddsText } from "./odds.ts";
import { percentField, restingPercent, steppedPercent } from "./stated-percent.ts";

interface Props {
  readonly label: string;
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

const STEPS: Record<string, readonly [1 | -1, boolean]> = {
  ArrowUp: [1, false],
  ArrowRight: [1, false],
  ArrowDown: [-1, false],
  ArrowLeft: [-1, false],
  PageUp: [1, true],
  PageDown: [-1, true],
};

/** The step that a key stands for, taken; other keys are left to the browser. */
export function stepByKey(event: KeyboardEvent, percent: number, onChange: (percent: number) => void): void {
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  onChange(steppedPercent(percent, ...step));
}

/** The browser's own slider; its steps are whole percents, and tenths near the ends. */
export function PercentSlider({ label, percent, onChange }: Props) {
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={`${percentField(percent)}%, odds ${oddsText(percent / 100)}`}
      min={0}
      max={100}
      step={0.1}
      value={percent}
      onChange={(event) => onChange(restingPercent(Number(event.target.value)))}
      onKeyDown={(event) => stepByKey(event, percent, onChange)}
      className="h-11 w-full min-w-0 cursor-pointer touch-pan-y sm:h-8"
    />
  );
}
