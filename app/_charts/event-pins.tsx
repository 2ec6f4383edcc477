import { shortDayText } from "#app/_components/instant-text.ts";
import { pinClusters } from "./pin-clusters.ts";
import { acrossPlot } from "./time-plot.tsx";
import { wrapLabel } from "./wrap-label.ts";

export interface PinnedEvent {
  readonly key: string;
  readonly at: number;
  readonly label: string;
  readonly href: string;
}

const LINE = 16;
const MAX_TOLD = 3;

interface EventPinsProps {
  readonly pins: readonly PinnedEvent[];
  readonly from: number;
  readonly to: number;
  /** Where the axis lies, in pixels from the top. */
  readonly y: number;
  readonly zone: string;
}

/** Events on the time axis. A pin tells its event when pointed at or focused, and leads to it. */
export function EventPins({ pins, from, to, y, zone }: EventPinsProps) {
  return (
    <g>
      {pinClusters(pins, from, to).map((cluster) => {
        const told = cluster.events
          .slice(0, MAX_TOLD)
          .map((event) => `${shortDayText(event.at, zone)}: ${event.label}`);
        const rest = cluster.events.length - told.length;
        const lines = told.flatMap((text) => wrapLabel(text, 36, 2)).concat(rest > 0 ? [`and ${rest} more`] : []);
        const share = (cluster.at - from) / (to - from);
        const x = acrossPlot(cluster.at, from, to);
        return (
          <a
            key={cluster.key}
            href={cluster.href}
            aria-label={nameOf(cluster.events.length, told, rest)}
            className="group/pin outline-none"
          >
            <line
              x1={x}
              x2={x}
              y1="0"
              y2={y}
              className="stroke-ink opacity-0 group-hover/pin:opacity-40 group-focus-visible/pin:opacity-40"
            />
            <circle
              cx={x}
              cy={y + 14}
              r="13"
              className="fill-transparent stroke-2 group-focus-visible/pin:stroke-accent"
            />
            <circle
              cx={x}
              cy={y + 14}
              r={cluster.events.length > 1 ? 8.5 : 5}
              className="fill-paper stroke-soft group-hover/pin:stroke-accent"
              strokeWidth="1.5"
            />
            {cluster.events.length > 1 ? (
              <text x={x} y={y + 14} dy="0.36em" textAnchor="middle" className="fill-ink text-[11px] font-medium">
                {cluster.events.length}
              </text>
            ) : null}
            <svg
              aria-hidden="true"
              textAnchor={share < 0.33 ? "start" : share > 0.67 ? "end" : "middle"}
              className="pointer-events-none overflow-visible fill-ink stroke-paper opacity-0 group-hover/pin:opacity-100 group-focus-visible/pin:opacity-100"
              strokeWidth="5"
              strokeLinejoin="round"
              paintOrder="stroke"
            >
              {lines.map((line, row) => (
                <text
                  key={line}
                  x={x}
                  dx={share < 0.33 ? 6 : share > 0.67 ? -6 : 0}
                  y={y - 10 - (lines.length - 1 - row) * LINE}
                >
                  {line}
                </text>
              ))}
            </svg>
          </a>
        );
      })}
    </g>
  );
}

/** What a pin is called by those who listen: its events, and how many when it stands for several. */
function nameOf(count: number, told: readonly string[], rest: number): string {
  const more = rest > 0 ? `; and ${rest} more` : "";
  return count === 1 ? told.join("") : `${count} events: ${told.join("; ")}${more}`;
}
