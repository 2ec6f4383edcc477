import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { compactText } from "#app/_components/number-text.ts";
import { percentText } from "#app/_components/percent-text.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { DepthTable, type PriceMove } from "./depth-table.tsx";
import { coordinate } from "./step-path.ts";

export interface DepthPoint {
  readonly price: number;
  readonly credits: number;
}

interface DepthChartProps {
  readonly title: string;
  /** What it shows, in a line; left out where it is said above. */
  readonly lead: string | undefined;
  readonly price: number;
  /** From the price outward, what it takes to bring it there. */
  readonly down: readonly DepthPoint[];
  readonly up: readonly DepthPoint[];
  /** What is bought to go either way: "No", "Yes". */
  readonly names: { readonly down: string; readonly up: string };
  /** Some moves, told as numbers. */
  readonly moves: readonly PriceMove[];
}

const SIZE = 1000;

/** What it takes to move a price: from where it stands, credits to the left and to the right of it. */
export function DepthChart({ title, lead, price, down, up, names, moves }: DepthChartProps) {
  const [from, to] = [down.at(-1)?.price ?? price, up.at(-1)?.price ?? price];
  const most = Math.max(down.at(-1)?.credits ?? 0, up.at(-1)?.credits ?? 0, 1);
  const x = scaleLinear([from, to], [0, SIZE]);
  const y = scaleLinear([0, most], [SIZE, 0]).nice(4);
  const told = moves.map((move) => `To ${percentText(move.price)}: ${compactText(move.credits)} credits.`);
  return (
    <ChartFigure
      title={title}
      lead={lead}
      summary={`At ${percentText(price)} now. ${told.join(" ")}`}
      table={<DepthTable caption={title} moves={moves} />}
    >
      <div className="max-w-xl pr-4 pl-11 text-xs">
        <p aria-hidden="true" className="-ml-11 pt-3 pb-2 text-soft">
          Credits
        </p>
        <div className="h-44">
          <svg aria-hidden="true" width="100%" height="100%" className="block overflow-visible">
            {y.ticks(4).map((tick) => (
              <g key={tick} className="fill-faint">
                <line
                  x2="100%"
                  y1={share(y(tick))}
                  y2={share(y(tick))}
                  className={tick === 0 ? "stroke-outline" : "stroke-hairline"}
                />
                <text x="-8" y={share(y(tick))} dy="0.35em" textAnchor="end">
                  {compactText(tick)}
                </text>
              </g>
            ))}
            <svg
              aria-hidden="true"
              width="100%"
              height="100%"
              viewBox={`0 0 ${SIZE} ${SIZE}`}
              preserveAspectRatio="none"
            >
              <Branch points={down} x={x} y={y} isDashed />
              <Branch points={up} x={x} y={y} />
            </svg>
            <line x1={share(x(price))} x2={share(x(price))} y2="100%" strokeDasharray="3 2" className="stroke-soft" />
            {x.ticks(4).map((tick) => (
              <text key={tick} x={share(x(tick))} y="100%" dy="18" textAnchor="middle" className="fill-faint">
                {percentText(tick)}
              </text>
            ))}
          </svg>
        </div>
        <p aria-hidden="true" className="flex justify-between pt-7 text-soft">
          <span>◂ buying {names.down}</span>
          <span>now {percentText(price)}</span>
          <span>buying {names.up} ▸</span>
        </p>
      </div>
    </ChartFigure>
  );
}

const share = (place: number) => `${coordinate((place / SIZE) * 100)}%`;

type Place = (value: number) => number;

interface BranchProps {
  readonly points: readonly DepthPoint[];
  readonly x: Place;
  readonly y: Place;
  readonly isDashed?: boolean;
}

/** One way. The ways differ by the line as well as by the side they are on. */
function Branch({ points, x, y, isDashed = false }: BranchProps) {
  const across = (point: DepthPoint) => x(point.price);
  const along = line<DepthPoint>(across, (point) => y(point.credits)).digits(1);
  const under = area<DepthPoint>(across, y(0), (point) => y(point.credits)).digits(1);
  return (
    <>
      <path d={under([...points]) ?? ""} className="fill-option-4 opacity-15" />
      <path
        d={along([...points]) ?? ""}
        fill="none"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
        className="stroke-option-4"
        {...(isDashed ? { strokeDasharray: "6 3" } : {})}
      />
    </>
  );
}
