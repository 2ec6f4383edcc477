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

/** Sends a submission for the first time, or again word for word; gives the id of what it made. */
export type Send = (
  client: ReturnType<typeof clientOf>,
  questionId: string,
  submission: Pick<Submission, "key" | "probability">,
) => Promise<{ id: string }>;

export const sendForecast: Send = (client, questionId, { key, probability }) =>
  client.forecast.submit.mutate({ questionId, probabilities: [probability], idempotencyKey: key });

/** Of submissions that are of every kind in turn: what this one is. */
export function kindOf({ key }: Pick<Submission, "key">): "forecast" | "trade" | "order" {
  const kinds = ["forecast", "trade", "trade", "forecast", "order", "trade"] as const;
  return kinds[Number(key.split("-")[1]) % kinds.length] ?? "forecast";
}

/** Forecasts, trades toward the probability or places an order at it, in turn. */
export const sendInTurn: Send = (client, questionId, submission) => {
  const { key, probability } = submission;
  const keyed = { questionId, outcome: 0, idempotencyKey: key };
  const limitMicros = `${Math.round(probability * 1000)}000`;
  const order = { action: "buy", side: "yes", sharesMicros: "1000000", limitMicros } as const;
  const sends = {
    forecast: () => sendForecast(client, questionId, submission),
    trade: () => client.market.trade.mutate({ kind: "toward", ...keyed, probability, budgetMicros: "500000" }),
    order: () => client.market.placeOrder.mutate({ ...keyed, ...order }),
  };
  return sends[kindOf(submission)]();
};

/** Rules that the database broke: whether the submission is stored is not known. */
const OF_THE_DATABASE = ["database_must_be_reachable", "database_must_take_changes", "load_must_stay_within_capacity"];
/** A server that acknowledges nothing for ten minutes does not answer. */
const MAX_WAITS = 60_000;
let sent = 0;

/** Lets every person submit on one question, one submission after another, until told to stop. */
export function letSubmit(send: Send, origin: string, sessions: ReadonlyMap<string, string>, questionId: string) {
  const submissions: Submission[] = [];
  let isOver = false;
  async function submitOn(person: string, cookie: string): Promise<void> {
    const client = clientOf(origin, cookie);
    while (!isOver) {
      const submission = { key: `submission-${++sent}`, person, probability: 0.01 + (sent % 99) / 100 };
      try {
        const { id } = await send(client, questionId, submission);
        submissions.push({ ...submission, acknowledgedId: id });
      } catch (error) {
        // A refusal is an answer, and none is due here; a fault, a database that is gone, or no answer at all is what the test is about.
        if (error instanceof TRPCClientError && error.data?.rule && !OF_THE_DATABASE.includes(error.data.rule))
          throw error;
        submissions.push({ ...submission, acknowledgedId: undefined });
        await sleep(250);
      }
    }
  }
  const working = Promise.all([...sessions].map(([person, cookie]) => submitOn(person, cookie)));
  working.catch(() => {
    isOver = true;
  });
  return {
    /** Waits until so many were acknowledged, or something is wrong. */
    async untilAcknowledged(count: number): Promise<void> {
      const isEnough = () => submissions.filter(({ acknowledgedId }) => acknowledgedId).length >= count;
      for (let attempt = 0; attempt < MAX_WAITS && !isEnough() && !isOver; attempt++) await sleep(10);
      if (!isEnough()) throw new Error("The server does not answer.", { cause: await this.stop().catch(String) });
    },
    async stop(): Promise<Submission[]> {
      isOver = true;
      await working;
      return submissions;
    },
  };
}
