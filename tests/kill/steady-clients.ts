import { randomUUID } from "node:crypto";
import { Agent, type IncomingMessage, request } from "node:http";
import type { Submission } from "./submissions.ts";

/** One request, and how it ended: with a whole answer, a cut one, or none at all. */
export interface Asked {
  /** Under which the server's log has it. */
  readonly id: string;
  readonly origin: string;
  readonly path: string;
  end: "under way" | "whole" | "cut" | "none";
  status?: number;
  /** Of a forecast. */
  submission?: Submission;
}

interface Sending {
  readonly path: string;
  readonly body?: string;
}

/** A browser with a session, which keeps its one connection. */
class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #cookie: string;
  readonly asked: Asked[] = [];

  constructor(cookie: string) {
    this.#cookie = cookie;
  }

  /** Sends one request and waits for its end; gives what was answered. */
  async send(origin: string, { path, body }: Sending): Promise<{ asked: Asked; text: string }> {
    const asked: Asked = { id: randomUUID(), origin, path, end: "under way" };
    this.asked.push(asked);
    let text = "";
    const own = { cookie: this.#cookie, "x-request-id": asked.id };
    const sent = body === undefined ? {} : { origin, "content-type": "application/json" };
    const method = body === undefined ? "GET" : "POST";
    const headers = { ...own, ...sent };
    asked.end = await new Promise((end) => {
      const sending = request(
        `${origin}${path}`,
        { agent: this.#agent, method, headers },
        (answer: IncomingMessage) => {
          asked.status = answer.statusCode ?? 0;
          answer.setEncoding("utf8").on("data", (part: string) => {
            text += part;
          });
          answer.once("error", () => end("cut"));
          answer.once("close", () => end(answer.complete ? "whole" : "cut"));
        },
      );
      sending.once("error", () => end(asked.status === undefined ? "none" : "cut"));
      sending.end(body);
    });
    return { asked, text };
  }

  close(): void {
    this.#agent.destroy();
  }
}

const PAGES = ["/questions", "/questions/question-1", "/me", "/portfolio", "/leaderboard"];
let sent = 0;

interface Crowd {
  readonly sessions: ReadonlyMap<string, string>;
  readonly questionId: string;
  readonly forecasters: number;
  readonly readers: number;
  /** Where there are servers, the first choice first. */
  readonly origins: readonly string[];
}

/**
 * Lets so many forecast and so many read, one request after another, until told to stop or until no server takes a connection. A
 * request that was not answered at all is sent again, to the next server.
 */
export function steadyClients({ sessions, questionId, forecasters, readers, origins }: Crowd) {
  const people = [...sessions];
  let isOver = false;
  const clients: Client[] = [];

  async function untilAnswered(client: Client, sending: Sending) {
    for (const origin of [...origins, ...origins]) {
      const answered = await client.send(origin, sending);
      if (answered.asked.end !== "none") return answered;
    }
    isOver = true;
    return undefined;
  }

  async function forecast(client: Client, person: string): Promise<void> {
    const submission = { key: `steady-${++sent}`, person, probability: 0.01 + (sent % 99) / 100 };
    const { key, probability } = submission;
    const json = { questionId, probabilities: [probability], idempotencyKey: key };
    const body = JSON.stringify({ json });
    const answered = await untilAnswered(client, { path: "/api/trpc/forecast.submit", body });
    if (answered?.asked.end !== "whole" || answered.asked.status !== 200) return;
    const { result } = JSON.parse(answered.text) as { result: { data: { json: { id: string } } } };
    answered.asked.submission = { ...submission, acknowledgedId: result.data.json.id };
  }

  const acting = Array.from({ length: forecasters + readers }, async (_, i) => {
    const [person = "", cookie = ""] = people[i % people.length] ?? [];
    const client = new Client(cookie);
    clients.push(client);
    for (let turn = i; !isOver; turn++) {
      if (i < forecasters) await forecast(client, person);
      else await untilAnswered(client, { path: PAGES[turn % PAGES.length] ?? "/" });
    }
  });

  const asked = () => clients.flatMap((client) => client.asked);
  return {
    asked,
    whole: () => asked().filter(({ end }) => end === "whole").length,
    async stop(): Promise<Asked[]> {
      isOver = true;
      return this.ended();
    },
    /** Waits until all have stopped by themselves, since nobody takes their connections. */
    async ended(): Promise<Asked[]> {
      await Promise.all(acting);
      for (const client of clients) client.close();
      return asked();
    },
  };
}

/** Requests that were taken and not answered as they are when nothing is wrong. */
export function failedOf(asked: readonly Asked[], taken: ReadonlySet<string>): Asked[] {
  return asked.filter(({ id, end, status }) => end === "cut" || (end === "whole" ? status !== 200 : taken.has(id)));
}
