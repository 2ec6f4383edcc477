import { Instant } from "#app/_components/instant.tsx";
import { numberText } from "#app/_components/number-text.ts";
import { PageLink } from "#app/_components/page-link.tsx";
import type { BoardView } from "#app/_scores/score-view.ts";
import { MIN_GROUPS } from "#core/ranking/question-resamples.ts";
import { countText } from "#core/text/count-text.ts";
import { type BoardParams, compareHref } from "./board-params.ts";

const MISSING: Record<string, string> = {
  too_few_questions: `With fewer than ${MIN_GROUPS} questions an interval would promise too much, so there is none.`,
  too_large:
    "The board is too large to resample and to adjust for difficulty, so it has no intervals and no adjusted scores.",
};

/** What the figures rest on, and when they were worked out. */
export function BoardBasis({ board: { analysis }, params }: { board: BoardView; params: BoardParams }) {
  if (!analysis) {
    return (
      <p className="mt-4 max-w-measure text-sm text-soft">
        Intervals and reference lines are worked out about a minute after an answer.
      </p>
    );
  }
  const { questions, entrants, connected, without, computedAt } = analysis;
  const apart = entrants - connected;
  return (
    <p className="mt-4 max-w-measure text-sm text-soft">
      {countText(entrants, params.bots ? "bot" : "forecaster")} on {countText(questions, "question")}.{" "}
      {MISSING[without]}{" "}
      {params.metric === "adjusted" && without !== "too_large" && apart > 0
        ? `${numberText(apart)} of them share no question with the rest, not even through others: the comparison graph is not connected, so they have no adjusted score. `
        : ""}
      {without === "none" ? "Intervals and reference lines" : "Reference lines"} worked out{" "}
      <Instant at={computedAt.getTime()} />.{" "}
      <PageLink href={compareHref(params)} className="link">
        Compare two of them
      </PageLink>
    </p>
  );
}
