import { setTimeout as sleep } from "node:timers/promises";
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "#server/api/root.ts";
import { PASSWORD } from "./prepare-instance.ts";

/** One submission, and what its sender learned of it. */
export interface Submission {
  readonly key: string;
  readonly person: string;
  readonly probability: number;
  /** The id the server answered with; undefined when no answer came, and it may or may not be stored. */
  readonly acknowledgedId: string | undefined;
}

const pairs = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");

/** Signs in as a browser does, and gives the cookies of the session. */
export async function sessionOf(origin: string, person: string): Promise<string> {
  const before = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await before.json()) as { csrfToken: string };
  const body = new URLSearchParams({
    csrfToken,
    email: `${person}@example.org`,
    password: PASSWORD,
    json: "true",
  });
  const headers = { cookie: pairs(before).join("; ") };
  const signedIn = await fetch(`${origin}/api/auth/callback/credentials`, { method: "POST", headers, body });
  if (!signedIn.ok) throw new Error(`${person} could not sign in: ${signedIn.status}`);
  return pairs(signedIn).join("; ");
}

export function clientOf(origin: string, cookie: string) {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/api/trpc`, transformer: superjson, headers: { cookie, origin } })],
  });
}

/** Submits what was submitted before, word for word. */
export function submitAgain(client: ReturnType<typeof clientOf>, questionId: string, submission: Submission) {
  return client.forecast.submit.mutate({
    questionId,
    probabilities: [submission.probability],
    idempotencyKey: submission.key,
  });
}

let sent = 0;

/** Lets every person forecast on one question, one forecast after another, until told to stop. */
export function letForecast(origin: string, sessions: ReadonlyMap<string, string>, questionId: string) {
  const submissions: Submission[] = [];
  let isOver = false;
  async function forecastOn(person: string, cookie: string): Promise<void> {
    const client = clientOf(origin, cookie);
    while (!isOver) {
      const submission = { key: `submission-${++sent}`, person, probability: 0.01 + (sent % 99) / 100 };
      try {
        const { id } = await submitAgain(client, questionId, { ...submission, acknowledgedId: undefined });
        submissions.push({ ...submission, acknowledgedId: id });
      } catch (error) {
        // A refusal is an answer, and none is due here; a fault or no answer at all is what the test is about.
        if (error instanceof TRPCClientError && error.data?.rule) throw error;
        submissions.push({ ...submission, acknowledgedId: undefined });
        await sleep(250);
      }
    }
  }
  const working = Promise.all([...sessions].map(([person, cookie]) => forecastOn(person, cookie)));
  working.catch(() => {
    isOver = true;
  });
  return {
    /** Waits until so many were acknowledged, or something is wrong. */
    async untilAcknowledged(count: number): Promise<void> {
      const isEnough = () => submissions.filter(({ acknowledgedId }) => acknowledgedId).length >= count;
      for (let attempt = 0; attempt < 6000 && !isEnough() && !isOver; attempt++) await sleep(10);
      if (!isEnough()) throw new Error("The server does not answer.", { cause: await this.stop().catch(String) });
    },
    async stop(): Promise<Submission[]> {
      isOver = true;
      await working;
      return submissions;
    },
  };
}
