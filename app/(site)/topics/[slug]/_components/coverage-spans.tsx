import { acrossPlot } from "#app/_charts/time-plot.tsx";
import { dayText } from "#app/_components/instant-text.ts";
import { scopeText } from "#app/_events/scope-text.ts";
import { coverageRows } from "./coverage-rows.ts";

interface CoverageSpansProps {
  readonly coverage: readonly {
    readonly id: string;
    readonly types: readonly string[];
    readonly actors: readonly string[];
    readonly coversFrom: Date;
    readonly coversUntil: Date;
    readonly note: string;
    readonly signedAt: Date;
    readonly signedByName: string;
  }[];
  /** When the log begins. */
  readonly from: Date | undefined;
  readonly until: number;
}

const BAR = 10;

/** For which spans a moderator vouches that the log is complete, by scope; what is left open cannot decide a "no". */
export function CoverageSpans({ coverage, from, until }: CoverageSpansProps) {
  const { start, rows } = coverageRows(coverage, from?.getTime(), until);
  if (rows.length === 0) {
    return (
      <p className="mb-8 text-sm text-soft">
        Nobody has signed yet that this log is complete for any span, so that the absence of an event decides nothing.
      </p>
    );
  }
  return (
    <div className="mb-8 space-y-3 border-y border-hairline py-3">
      <h3 className="text-sm font-semibold">Where the log is signed as complete</h3>
      {rows.map((row) => (
        <div key={row.key} className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[14rem_1fr]">
          <p>
            {scopeText(row)}
            <span className="block text-xs text-soft">signed by {row.signers.join(", ")}</span>
          </p>
          <div>
            <svg width="100%" height={BAR} aria-hidden="true" className="mt-1.5 block">
              <rect width="100%" height={BAR} className="fill-none stroke-outline" strokeDasharray="2 3" />
              {row.spans.map((span) => (
                <rect
                  key={span.from}
                  x={acrossPlot(span.from, start, until)}
                  width={acrossPlot(span.until - span.from, 0, until - start)}
                  height={BAR}
                  className="fill-accent"
                />
              ))}
            </svg>
            <p className="mt-1 text-xs text-soft">
              {row.spans.map((span) => `${dayText(span.from)} – ${dayText(span.until - 1)}`).join("; ")}
              {row.gaps.length > 0
                ? `. Open: ${row.gaps.map((gap) => `${dayText(gap.from)} – ${dayText(gap.until - 1)}`).join("; ")}`
                : ". No gap"}
              .
            </p>
          </div>
        </div>
      ))}
    </div>
  );
}
