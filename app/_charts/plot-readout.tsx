"use client";

import { type PointerEvent, useState } from "react";
import { classNames } from "#app/_components/class-names.ts";
import type { PlotReading } from "./plot-readings.ts";
import { type SeriesTone, seriesTones } from "./series-tone.ts";

interface PlotReadoutProps {
  readonly readings: readonly PlotReading[];
  /** The colour of each line, in the order of the values. */
  readonly tones: readonly SeriesTone[];
  readonly height: number;
}

/** Pointing at the plot, or dragging a finger over it, tells what stood then. The table tells the same without a pointer. */
export function PlotReadout({ readings, tones, height }: PlotReadoutProps) {
  const [shown, setShown] = useState<PlotReading>();

  function show(event: PointerEvent<SVGRectElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    setShown(nearest(readings, share));
  }

  return (
    <svg aria-hidden="true" className="overflow-visible">
      <rect
        width="100%"
        y="-6"
        height={height + 6}
        className="touch-pan-y fill-transparent"
        onPointerMove={show}
        onPointerDown={show}
        onPointerLeave={() => setShown(undefined)}
      />
      {shown === undefined ? null : <Readout reading={shown} tones={tones} height={height} />}
    </svg>
  );
}

interface ReadoutProps extends Omit<PlotReadoutProps, "readings"> {
  readonly reading: PlotReading;
}

function Readout({ reading: { share, day, values }, tones, height }: ReadoutProps) {
  const x = `${share * 100}%`;
  const lines = values.flatMap((value, place) => {
    const tone = tones[place];
    return value === null || tone === undefined ? [] : [{ y: value[0], text: value[1], tone }];
  });
  return (
    <g className="pointer-events-none">
      <line x1={x} x2={x} y1="-22" y2={height} className="stroke-ink opacity-40" />
      {lines.map((line) => (
        <circle
          key={line.tone}
          cx={x}
          cy={line.y}
          r="4"
          className={classNames(seriesTones[line.tone].fill, "stroke-paper")}
        />
      ))}
      <text
        x={x}
        y="-28"
        textAnchor={share < 0.33 ? "start" : share > 0.67 ? "end" : "middle"}
        className="fill-soft stroke-paper"
        strokeWidth="4"
        paintOrder="stroke"
      >
        {day}
        {lines.map((line) => (
          <tspan key={line.tone} dx="8">
            <tspan className={seriesTones[line.tone].fill}>●</tspan> {line.text}
          </tspan>
        ))}
      </text>
    </g>
  );
}

function nearest(readings: readonly PlotReading[], share: number): PlotReading | undefined {
  const distance = (reading: PlotReading) => Math.abs(reading.share - share);
  return readings.reduce<PlotReading | undefined>(
    (best, reading) => (best === undefined || distance(reading) < distance(best) ? reading : best),
    undefined,
  );
}
