import superjson from "superjson";
import type { Database, Db } from "#db/client.ts";
import { answerTrpc } from "#server/api/answer-trpc.ts";
import { publicOrigin } from "#server/env.ts";
import type { Who } from "./people-of-roles.ts";
import type { PeopledInstance } from "./peopled-instance.ts";
import { type Spoil, takenBack } from "./taken-back.ts";

export interface Asked {
  readonly path: string;
  readonly type: "query" | "mutation";
  /** The input as it travels, in the envelope of superjson. */
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  /** The rule that was broken, where one was. */
  readonly rule: string | undefined;
  readonly text: string;
  readonly headers: Headers;
}

type Answer = (request: Request) => Promise<Response>;

export interface Way {
  /** What answers: the API, unless a test breaks it. */
  readonly answer?: Answer;
  readonly spoil?: Spoil;
}

export const bodyOf = (input: unknown) => JSON.stringify(superjson.serialize(input));

let asked = 0;

/** Reads count by address: nobody here reaches the limit. */
const anAddress = () => `100.64.${(++asked >> 8) & 255}.${asked & 255}`;

function requestFor({ path, type, body }: Asked, cookie: string): Request {
  const headers = { cookie, origin: publicOrigin(), "x-real-address": anAddress() };
  const url = `${publicOrigin()}/api/trpc/${path}`;
  if (type === "query") return new Request(`${url}?input=${encodeURIComponent(body)}`, { headers });
  return new Request(url, { method: "POST", body, headers: { ...headers, "content-type": "application/json" } });
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const rule = /"rule":"(\w+)"/.exec(text)?.[1];
  return { status: response.status, rule, text, headers: response.headers };
}

/** Shows something of the database as it is after an answer, before all is taken back. */
type Look<T> = (client: Db) => Promise<T>;

/** Asks the API by HTTP as somebody would, by their session's cookie. Whatever it changes is taken back afterwards. */
export async function askAs<T>(
  { database, people }: PeopledInstance,
  who: Who,
  asking: Asked,
  { answer = answerTrpc, spoil }: Way = {},
  look: Look<T | undefined> = async () => undefined,
): Promise<Answered & { seen: T | undefined }> {
  const cookie = who === "anonymous" ? "" : people[who].jar.cookie;
  const request = requestFor(asking, cookie);
  return withDatabase(database, () =>
    takenBack(
      database.prisma,
      async (client) => {
        give({ ...database, prisma: client });
        const response = await answered(await answer(request));
        return { ...response, seen: await look(client) };
      },
      spoil,
    ),
  );
}

const give = (database: Database) => Object.assign(globalThis, { parleyDatabase: Promise.resolve(database) });

async function withDatabase<T>(database: Database, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    give(database);
  }
}
