import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";
import { clientOf, letForecast, type Submission, sessionOf, submitAgain } from "./forecasters.ts";
import { PEOPLE } from "./prepare-instance.ts";

/** How many of a cycle's last acknowledged submissions are looked up right after the restart. */
const LOOKED_UP = 10;
/** A cycle strikes after a chance number of acknowledged submissions, and then at a chance moment. */
const MOST_BEFORE_STRIKE = 40;

interface Instance {
  readonly directory: string;
  readonly env: Record<string, string>;
  readonly questionId: string;
}

/** Ends whatever this cycle ends, while forecasts come in; gives the Parley that serves afterwards. */
export type Strike = (parley: ServedParley, serveAgain: () => Promise<ServedParley>) => Promise<ServedParley>;

export const killParley: Strike = async (parley, serveAgain) => {
  await parley.stop("SIGKILL");
  return serveAgain();
};

async function lookUp(parley: ServedParley, sessions: Map<string, string>, questionId: string, made: Submission[]) {
  const known = made.filter(({ acknowledgedId }) => acknowledgedId).slice(-LOOKED_UP);
  for (const submission of known) {
    const client = clientOf(parley.origin, sessions.get(submission.person) ?? "");
    // Sent once more, a stored submission is answered with the forecast it made; a lost one would make another.
    expect((await submitAgain(client, questionId, submission)).id).toBe(submission.acknowledgedId);
  }
}

/** Serves, lets people forecast, strikes at a chance moment, looks, and does it again. Gives all that was submitted. */
export async function killCycles(
  { directory, env, questionId }: Instance,
  cycles: number,
  strikeOf: (cycle: number) => Strike,
): Promise<Submission[]> {
  const serve = () => serveParley({ directory, env: { PARLEY_DEMO: "off", ...env } });
  let parley = await serve();
  try {
    const sessions = new Map<string, string>();
    for (const person of PEOPLE) sessions.set(person, await sessionOf(parley.origin, person));
    const submissions: Submission[] = [];
    for (let cycle = 0; cycle < cycles; cycle++) {
      const forecasting = letForecast(parley.origin, sessions, questionId);
      await forecasting.untilAcknowledged(randomInt(PEOPLE.length, MOST_BEFORE_STRIKE));
      await sleep(randomInt(100));
      parley = await strikeOf(cycle)(parley, serve);
      const made = await forecasting.stop();
      await lookUp(parley, sessions, questionId, made);
      submissions.push(...made);
    }
    return submissions;
  } finally {
    await parley.stop();
  }
}
