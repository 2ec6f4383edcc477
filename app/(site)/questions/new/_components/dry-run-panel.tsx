"use client";

import { Occurred } from "#app/_events/occurred.tsx";
import type { DryRunView } from "#app/_questions/question-view.ts";
import type { DryRunState } from "./use-dry-run.ts";

const SHOWN = 6;

/** The rule in words, and what the log to date says of it, as it would read today. */
export function DryRunPanel({ run, isWaiting, problem }: DryRunState) {
  return (
    <section aria-labelledby="dry-run" className="space-y-5 border-t border-ink pt-3">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="dry-run" className="font-serif text-lg font-semibold">
          As it reads now
        </h2>
        <span role="status" className="text-sm text-soft">
          {isWaiting ? "Asking the log…" : ""}
        </span>
      </div>
      {problem ? <p className="text-sm font-medium text-danger">{problem}</p> : null}
      {run ? <Told run={run} /> : problem ? null : <p className="text-sm text-soft">The sentence appears here.</p>}
    </section>
  );
}

function Told({ run }: { run: DryRunView }) {
  const events = run.events.filter(({ bearing }) => bearing !== "related").slice(0, SHOWN);
  return (
    <>
      <p className="font-serif leading-7">{run.sentence}</p>
      <Verdict run={run} />
      {run.findings.length > 0 ? (
        <div>
          <h3 className="mb-1.5 text-sm font-semibold">To look at</h3>
          <ul className="space-y-1.5 text-sm">
            {run.findings.map(({ code, severity, message }) => (
              <li key={`${code} ${message}`} className={severity === "error" ? "text-danger" : "text-pending"}>
                <span className="font-medium">{severity === "error" ? "Must change: " : "Note: "}</span>
                <span className="text-ink">{message}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <h3 className="mb-1.5 text-sm font-semibold">In the log to date</h3>
        {events.length === 0 ? (
          <p className="text-sm text-soft">No event has met a condition, or nearly has.</p>
        ) : (
          <ul className="divide-y divide-hairline text-sm">
            {events.map((event) => (
              <li key={event.id} className="py-2 first:pt-0">
                <p className="text-soft">
                  <Occurred event={event} /> ·{" "}
                  {event.bearing === "counts" ? "would count" : bearingWords[event.bearing]}
                </p>
                <p className="font-medium">{event.headline}</p>
                {event.text ? <p className="text-soft">{event.text}</p> : null}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

const bearingWords = { does_not_count: "fits, but would not count", near_miss: "near miss", related: "", counts: "" };

function Verdict({ run }: { run: DryRunView }) {
  const { outcome } = run.evaluation;
  if (outcome !== null) {
    return (
      <p className="border-l-2 border-danger bg-danger/8 px-3 py-2 text-sm">
        <span className="font-semibold">Decided already.</span> The log says{" "}
        {outcome === "yes" ? "Yes" : outcome === "no" ? "No" : `“${outcome}”`}, so this cannot be asked.
      </p>
    );
  }
  return run.isPublishable ? (
    <p className="border-l-2 border-success bg-success/8 px-3 py-2 text-sm">
      <span className="font-semibold">Open.</span> The log does not decide it yet; it could be published as it is.
    </p>
  ) : (
    <p className="border-l-2 border-pending bg-pending/8 px-3 py-2 text-sm">
      <span className="font-semibold">Not ready.</span> The log does not decide it, but something below must change.
    </p>
  );
}
