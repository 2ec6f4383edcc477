import { PageLink } from "#app/_components/page-link.tsx";
import { CELLS_PER_UNIT } from "#core/calibration/cell-of-probability.ts";

/** What calibration is computed from, and how exact that is. */
export function CellsNote() {
  return (
    <p className="mt-6 max-w-measure text-sm text-soft">
      Read from cells {1 / CELLS_PER_UNIT} wide, in which each forecast lies for the time it stood. A probability is off
      by at most {0.5 / CELLS_PER_UNIT} and a Brier score by at most {1 / CELLS_PER_UNIT}; what is stated in tenths of a
      per cent is kept exactly. Only questions count whose deadline has passed, since what is answered early is mostly a
      yes.{" "}
      <PageLink href="/methodology" className="link">
        The formulas
      </PageLink>
    </p>
  );
}
