"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useEffect, useId, useRef, useState, useTransition } from "react";
import { Instant } from "#app/_components/instant.tsx";
import { instantText } from "#app/_components/instant-text.ts";
import { countText } from "#core/text/count-text.ts";

/** An instant at which the log changed, and how many changes there were up to it. */
export interface LogChange {
  readonly at: number;
  readonly changes: number;
}

interface LogSliderProps {
  /** Oldest first; never empty. */
  readonly changes: readonly LogChange[];
  readonly asOf: number | undefined;
  /** The page that is shown anew. */
  readonly path: string;
}

const PAUSE_MS = 250;
const SECOND_MS = 1_000;

/** The place of an instant on the slider: how many of the changes had been made by then. All of them: now. */
function placeOf(changes: readonly LogChange[], asOf: number | undefined): number {
  return asOf === undefined ? changes.length : changes.filter(({ at }) => at <= asOf).length;
}

/**
 * Goes back through the log by when things were recorded: each step takes back one change of it. By mouse, finger or
 * arrow keys; the address follows.
 */
export function LogSlider({ changes, asOf, path }: LogSliderProps) {
  const router = useRouter();
  const id = useId();
  const [place, setPlace] = useState(() => placeOf(changes, asOf));
  const [isPending, startTransition] = useTransition();
  const pushed = useRef<number | undefined>(asOf);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = changes.length;

  // The address may change by a link also; what the slider itself asked for is where it stands already.
  useEffect(() => {
    if (asOf === pushed.current) return;
    pushed.current = asOf;
    setPlace(placeOf(changes, asOf));
  }, [asOf, changes]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function instantOf(chosen: number): number | undefined {
    if (chosen === last) return undefined;
    // A step ends with the last change of its second; before that second nothing was known.
    return chosen === 0 ? Math.floor((changes[0]?.at ?? 0) / SECOND_MS) * SECOND_MS - 1 : changes[chosen - 1]?.at;
  }

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const chosen = Number(event.target.value);
    setPlace(chosen);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const at = instantOf(chosen);
      pushed.current = at;
      const query = at === undefined ? "" : `?asOf=${new Date(at).toISOString()}`;
      startTransition(() => router.replace(`${path}${query}`, { scroll: false }));
    }, PAUSE_MS);
  }

  const at = instantOf(place);
  const known = changes[place - 1]?.changes ?? 0;
  const words = at === undefined ? "now" : instantText(at);
  return (
    <div className="space-y-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="text-sm font-medium">
          The log as known at
        </label>
        <output htmlFor={id} className="text-sm tabular-nums" aria-live="off">
          {words}, after {countText(known, "entry", "entries")}
          {isPending ? " …" : ""}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={place}
        onChange={onChange}
        aria-valuetext={`${words}, after ${countText(known, "entry", "entries")}`}
        className="block h-8 w-full cursor-pointer accent-accent"
      />
      <p className="flex justify-between text-xs text-soft">
        <span>{changes[0] ? <Instant at={changes[0].at} form="absolute" /> : null}</span>
        <span>now</span>
      </p>
    </div>
  );
}
