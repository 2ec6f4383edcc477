"use client";

import { Button } from "#app/_components/button.tsx";
import { isStatable } from "#core/probability.ts";
import { oddsText, probabilityOfOdds } from "./odds.ts";
import { PercentField } from "./percent-field.tsx";
import { PercentSlider, stepByKey } from "./percent-slider.tsx";
import { steppedPercent } from "./stated-percent.ts";
import { ValueField } from "./value-field.tsx";

interface Props {
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

function percentOfOdds(text: string): number | null {
  const probability = probabilityOfOdds(text);
  return probability !== null && isStatable(probability) ? probability * 100 : null;
}

/** Slider, number, odds and steps for one probability, kept in step with each other. */
export function BinaryControls({ percent, onChange }: Props) {
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
        <StepButton sign="−" words="One step lower" onPress={() => onChange(steppedPercent(percent, -1))} />
        <PercentField
          label="Probability of Yes, in percent"
          percent={percent}
          onChange={onChange}
          className="w-24 text-lg! font-semibold"
        />
        <StepButton sign="+" words="One step higher" onPress={() => onChange(steppedPercent(percent, 1))} />
        <span className="ml-auto flex items-center gap-2 text-sm text-soft">
          Odds
          <ValueField
            label="Odds for Yes, as 3 : 1"
            text={oddsText(percent / 100)}
            read={percentOfOdds}
            rule="Odds such as 3 : 1, from 1 : 999 to 999 : 1."
            onChange={onChange}
            onKeyDown={(event) => stepByKey(event, percent, onChange)}
            className="w-24 text-center"
          />
        </span>
      </div>
      <PercentSlider label="Probability of Yes" percent={percent} onChange={onChange} />
      <div aria-hidden="true" className="-mt-2 flex justify-between text-xs text-faint">
        <span>No</span>
        <span>50</span>
        <span>Yes</span>
      </div>
    </div>
  );
}

/** A step for thumbs and mice. The same is done by the arrow keys in any field. */
export function StepButton({ sign, words, onPress }: { sign: string; words: string; onPress: () => void }) {
  return (
    <Button tone="secondary" onClick={onPress} aria-label={words} className="w-11 px-0 text-lg sm:w-10">
      {sign}
    </Button>
  );
}
