"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { StepButton } from "./binary-controls.tsx";
import { PercentSlider } from "./percent-slider.tsx";
import { percentField, steppedPercent } from "./stated-percent.ts";
import type { Forecasting } from "./use-forecast.ts";

interface Props {
  readonly forecast: Forecasting;
  /** The whole entry: while it is in view, the bar is not needed. */
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onSave: () => void;
}

/** Whether an element is out of view. True only once the browser has said so, so that nothing flashes. */
function useIsAway(element: RefObject<HTMLElement | null>): boolean {
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(([entry]) => setIsAway(entry !== undefined && !entry.isIntersecting));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isAway;
}

/** Makes room for the bar at the end of the page while it is there, so that it hides nothing. */
function useRoomFor(bar: RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    if (!isShown || !bar.current) return;
    document.body.style.paddingBottom = `${bar.current.offsetHeight}px`;
    return () => {
      document.body.style.paddingBottom = "";
    };
  }, [bar, isShown]);
}

/** On a phone, the forecast within reach of a thumb wherever on the page one is. */
export function ForecastBar({ forecast, form, onSave }: Props) {
  const isAway = useIsAway(form);
  const bar = useRef<HTMLElement>(null);
  useRoomFor(bar, isAway);
  if (!isAway) return null;
  const { draft, isPending, isChanged, probabilities } = forecast;
  const percent = draft[0] ?? 50;
  const set = (next: number) => forecast.change(0, next);
  return (
    <section
      ref={bar}
      aria-label="Your forecast, in short"
      className="fixed inset-x-0 bottom-0 z-20 border-t border-outline bg-raised px-4 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] shadow-overlay lg:hidden"
    >
      {forecast.kind === "binary" ? (
        <>
          <PercentSlider label="Probability of Yes" percent={percent} onChange={set} />
          <div className="flex items-center gap-2">
            <StepButton sign="−" words="One step lower" onPress={() => set(steppedPercent(percent, -1))} />
            <output className="w-20 text-center text-lg font-semibold">{percentField(percent)}%</output>
            <StepButton sign="+" words="One step higher" onPress={() => set(steppedPercent(percent, 1))} />
            <Button
              onClick={onSave}
              disabled={isPending || !isChanged || !forecast.isComplete}
              className="ml-auto min-w-24"
            >
              {isPending ? "Saving…" : isChanged ? "Save" : "Saved"}
            </Button>
          </div>
        </>
      ) : (
        <div className="flex min-h-11 items-center justify-between gap-3 text-sm">
          <span className="min-w-0 truncate">
            {probabilities ? forecast.words(probabilities) : `Sum ${forecast.sum}%`}
          </span>
          <Button tone="secondary" onClick={() => form.current?.scrollIntoView({ block: "center" })}>
            {isChanged && forecast.active ? "Not saved yet" : "Your forecast"}
          </Button>
        </div>
      )}
    </section>
  );
}
