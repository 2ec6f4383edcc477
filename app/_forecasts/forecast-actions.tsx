"use client";

import { Button } from "#app/_components/button.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import type { Forecasting } from "./use-forecast.ts";

/** Save, revert, undo, withdraw; what was saved and when; what failed and why. */
export function ForecastActions({ forecast }: { forecast: Forecasting }) {
  const { active, previous, done, failure, isPending, isChanged, isComplete, fault, words } = forecast;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" disabled={isPending || !isChanged || !isComplete}>
          {isPending ? "Saving…" : active ? "Update forecast" : "Save forecast"}
        </Button>
        {active && isChanged && !isPending ? (
          <Button tone="quiet" onClick={forecast.revert}>
            Back to {words(active.probabilities)}
          </Button>
        ) : null}
        {done && !isChanged && !isPending ? (
          <Button tone="quiet" onClick={() => void forecast.undo()}>
            {previous ? `Undo: say ${words(previous.probabilities)} again` : "Undo: withdraw it"}
          </Button>
        ) : null}
        {active && !isChanged && !isPending ? (
          <Button tone="quiet" onClick={() => void forecast.withdraw()} className="ml-auto">
            Withdraw
          </Button>
        ) : null}
      </div>
      {fault && isChanged ? <p className="text-sm font-medium text-danger">{fault}</p> : null}
      <p role="status" className="min-h-5 text-sm text-soft">
        {done && !isPending && !failure ? <Confirmation act={done.act} at={done.at} /> : null}
      </p>
      <FailureNotice failure={failure} title="Your forecast was not saved">
        What you entered is still here.
      </FailureNotice>
    </div>
  );
}

/** By the server's clock, which is the one that counts. */
function Confirmation({ act, at }: { act: "saved" | "withdrawn"; at: number }) {
  const instant = new Date(at).toISOString();
  return (
    <>
      <span className="font-medium text-success">✓ {act === "saved" ? "Saved" : "Withdrawn"}</span> at{" "}
      <time dateTime={instant}>{instant.slice(11, 19)} UTC</time>, by the server’s clock.
    </>
  );
}
