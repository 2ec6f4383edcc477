import type { inferRouterOutputs } from "@trpc/server";
import { PageLink } from "#app/_components/page-link.tsx";
import type { AppRouter } from "#server/api/root.ts";
import { UtcTime } from "./utc-time.tsx";

type Declared = inferRouterOutputs<AppRouter>["resolution"]["record"]["declared"][number];

const ACTS: Readonly<Record<Declared["act"], string>> = {
  "change-criteria": "Changed the rule (version",
  "clarify-question": "Clarified the criteria",
  "log-event": "Logged",
  "revise-event": "Revised",
  "dispute-event": "Disputed",
  "retract-event": "Retracted",
  "restore-event": "Restored",
  "merge-events": "Merged into another",
  "unmerge-event": "Took apart again",
  "sign-coverage": "Signed coverage",
  "replace-coverage": "Replaced coverage",
  "shorten-challenge-window": "Shortened the time for challenges (hours:",
  "propose-resolution": "Proposed the answer",
  "decide-resolution": "Decided the answer",
  "decline-reopening": "Declined a request to reopen",
  "decline-suggested-resolution": "Declined a suggested answer",
};

/** What was done, as a sentence without its end. */
function what({ act, subject, eventId }: Declared) {
  const words = ACTS[act];
  if (words.includes("(")) return `${words} ${subject})`;
  if (eventId === null) return words;
  return (
    <>
      {words} “
      <PageLink href={`/events/${eventId}`} className="link">
        {subject}
      </PageLink>
      ”
    </>
  );
}

/** What was done that bears on an answer by people with an interest in it: stated, not asked for. Nothing where there was none. */
export function DeclaredList({ declared }: { declared: readonly Declared[] }) {
  if (declared.length === 0) return null;
  return (
    <div className="text-sm">
      <p className="font-medium text-pending">Conflicts of interest on the record</p>
      <ul className="mt-1 max-w-measure space-y-1">
        {declared.map((one) => (
          <li key={one.id}>
            {what(one)} by {one.by}, {one.interest}
            {one.cameLater ? " by the time the answer was proposed" : ""}
            {one.wasSolo ? "; alone, in solo mode" : ""} · <UtcTime at={one.declaredAt} />
          </li>
        ))}
      </ul>
      <p className="mt-1 max-w-measure text-soft">
        Such work is approved by somebody else, unless the instance has one admin and runs in solo mode.
      </p>
    </div>
  );
}
