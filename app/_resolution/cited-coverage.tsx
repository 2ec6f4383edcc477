import type { inferRouterOutputs } from "@trpc/server";
import { coverageText } from "#app/_events/coverage-text.ts";
import type { AppRouter } from "#server/api/root.ts";

export type CitedCoverageView = inferRouterOutputs<AppRouter>["resolution"]["record"]["coverage"][number];

interface Props {
  readonly coverage: readonly CitedCoverageView[];
  /** No event is cited beside it. */
  readonly isAlone: boolean;
}

/** The signed statements that the log is complete, on which an answer by absence rests. */
export function CitedCoverage({ coverage, isAlone }: Props) {
  return (
    <div className="text-sm">
      <p className="text-soft">
        {isAlone ? "No event: the answer rests on" : "It rests also on"}{" "}
        {coverage.length === 1 ? "a signed statement" : `${coverage.length} signed statements`} that the log is
        complete:
      </p>
      <ul className="mt-1 space-y-1">
        {coverage.map((statement) => (
          <li key={statement.id} className="border-l-2 border-accent pl-3">
            {coverageText(statement)}
          </li>
        ))}
      </ul>
    </div>
  );
}
