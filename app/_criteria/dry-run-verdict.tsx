import { Instant } from "#app/_components/instant.tsx";
import type { DryRunView } from "#app/_questions/question-view.ts";
import { countText } from "#core/text/count-text.ts";
import { DAY_MS } from "#core/time/time-window.ts";

/** Whether the log decides the rule already, and what it would have said had it been asked of the time just past. */
export function DryRunVerdict({ run }: { run: DryRunView }) {
  return (
    <div className="space-y-3 text-sm">
      <Verdict run={run} />
      <LookBack run={run} />
    </div>
  );
}

function Verdict({ run }: { run: DryRunView }) {
  const { outcome } = run.evaluation;
  if (outcome !== null) {
    return (
      <p className="border-l-2 border-danger bg-danger/8 px-3 py-2">
        <span className="font-semibold">Decided already.</span> The log says {answerWords(outcome)}, so this cannot be
        asked.
      </p>
    );
  }
  return run.isPublishable ? (
    <p className="border-l-2 border-success bg-success/8 px-3 py-2">
      <span className="font-semibold">Open.</span> The log does not decide it yet; it could be published as it is.
    </p>
  ) : (
    <p className="border-l-2 border-pending bg-pending/8 px-3 py-2">
      <span className="font-semibold">Not ready.</span> The log does not decide it, but something in it must change.
    </p>
  );
}

/** A rule that would never have been met, or always, is seldom worth asking. */
function LookBack({ run: { lookBack, evaluation } }: { run: DryRunView }) {
  const days = Math.round((lookBack.until - lookBack.from) / DAY_MS);
  const { outcome, effectiveAt, trace } = lookBack.evaluation;
  return (
    <div>
      <h3 className="mb-1 font-semibold">Asked of the {days === 1 ? "last day" : `${days} days before now`}</h3>
      {outcome === null ? (
        <p className="text-soft">
          The log to date would not have decided it. {countText(trace.eventIds.length, "event")} counted toward it.
        </p>
      ) : (
        <p>
          It would have come out as {answerWords(outcome)}
          {effectiveAt === null ? null : (
            <>
              , <Instant at={effectiveAt} now={evaluation.asOf} />
            </>
          )}
          . <span className="text-soft">{trace.why}</span>
        </p>
      )}
    </div>
  );
}

function answerWords(outcome: string): string {
  if (outcome === "yes") return "Yes";
  if (outcome === "no") return "No";
  return `“${outcome}”`;
}
