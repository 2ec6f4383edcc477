import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";
import { PEOPLE } from "./prepare-instance.ts";
import { clientOf, letSubmit, type Send, type Submission, sessionOf } from "./submissions.ts";

/** How many of a cycle's last acknowledged submissions are looked up right after the restart. */
const LOOKED_UP = 10;
/** A cycle strikes after a chance number of acknowledged submissions, and then at a chance moment. */
const MAX_BEFORE_STRIKE = 40;

interface Instance {
  readonly directory: string;
  readonly env: Record<string, string>;
  readonly questionId: string;
  readonly send: Send;
}

/** Ends whatever this cycle ends, while submissions come in; gives the Parley that serves afterwards. */
export type Strike = (parley: ServedParley, serveAgain: () => Promise<ServedParley>) => Promise<ServedParley>;

export const killParley: Strike = async (parley, serveAgain) => {
  await parley.stop("SIGKILL");
  return serveAgain();
};

async function lookUp(parley: ServedParley, sessions: Map<string, string>, instance: Instance, made: Submission[]) {
  const again = (submission: Submission) =>
    instance.send(clientOf(parley.origin, sessions.get(submission.person) ?? ""), instance.questionId, submission);
  const known = made.filter(({ acknowledgedId }) => acknowledgedId).slice(-LOOKED_UP);
  for (const submission of known) {
    // Sent once more, a stored submission is answered with what it made; a lost one would make another.
    expect((await again(submission)).id).toBe(submission.acknowledgedId);
  }
  // Those that were on their way when it happened: whether they arrived or not, their keys tell, and again the same.
  const unknown = made.filter(({ acknowledgedId }) => !acknowledgedId).slice(0, PEOPLE.length);
  for (const submission of unknown) {
    const { id } = await again(submission);
    expect((await again(submission)).id).toBe(id);
    made[made.indexOf(submission)] = { ...submission, acknowledgedId: id };
  }
}

/** Serves, lets people submit, strikes at a chance moment, looks, and does it again. Gives all that was submitted. */
export async function killCycles(
  instance: Instance,
  cycles: number,
  strikeOf: (cycle: number) => Strike,
): Promise<Submission[]> {
  const { directory, env, questionId, send } = instance;
  const serve = () => serveParley({ directory, env: { PARLEY_DEMO: "off", ...env } });
  let parley = await serve();
  try {
    const sessions = new Map<string, string>();
    for (const person of PEOPLE) sessions.set(person, await sessionOf(parley.origin, person));
    const submissions: Submission[] = [];
    for (let cycle = 0; cycle < cycles; cycle++) {
      const submitting = letSubmit(send, parley.origin, sessions, questionId);
      await submitting.untilAcknowledged(randomInt(PEOPLE.length, MAX_BEFORE_STRIKE));
      await sleep(randomInt(100));
      parley = await strikeOf(cycle)(parley, serve);
      const made = await submitting.stop();
      await lookUp(parley, sessions, instance, made);
      submissions.push(...made);
    }
    return submissions;
  } finally {
    await parley.stop();
  }
}
