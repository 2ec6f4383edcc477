import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from "node:http";
import type { Database } from "#db/client.ts";

/** A page says how long ago things were and what is open, so it is not repeated for longer than nobody would notice. */
const MOST_AGE_MS = 2_000;
const MOST_PAGES = 300;
const MOST_BYTES = 1_000_000;
/** What a page's text depends on beside its address: the encoding, and which part of it Next asks for on the way from another. */
const VARIES_BY = [
  "accept-encoding",
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
];
const NO_PAGE = /^\/(api|_next)\/|^[^?]*\.\w+(\?|$)/;
const REPEATED_TYPES = /^text\/(html|x-component)\b/;
/** What concerns one connection, and is set anew for each. */
const OF_CONNECTION = ["connection", "date", "keep-alive", "transfer-encoding"];

interface Page {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** A page to repeat; or that there is none, because it is one reader's own or because that reader left before its end. */
type Rendered = Page | "own" | "abandoned";

interface Rendering {
  /** What the database held when it began. */
  readonly state: string;
  readonly begunAt: number;
  readonly rendered: Promise<Rendered>;
  isDone: boolean;
}

/**
 * What a request for a page of somebody not signed in asks for; undefined for every other request. Whoever has a cookie
 * beside the one of light and dark may be known to the server, and gets a page of their own.
 */
function wanted({ method, url = "", headers }: IncomingMessage): string | undefined {
  const { host = "", cookie = "" } = headers;
  if (method !== "GET" || NO_PAGE.test(url) || headers.range !== undefined || !/^(theme=\w+)?$/.test(cookie)) return;
  return JSON.stringify([host, url, cookie, ...VARIES_BY.map((name) => headers[name] ?? "")]);
}

/** What the response sends, once it has. */
function recorded(response: ServerResponse): Promise<Rendered> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const keep = (chunk: unknown, encoding: unknown) => {
    if (bytes > MOST_BYTES || chunk === null || chunk === undefined || typeof chunk === "function") return;
    const kept = Buffer.from(chunk as string, typeof encoding === "string" ? (encoding as BufferEncoding) : undefined);
    bytes += kept.length;
    chunks.push(kept);
  };
  const { write, end } = response;
  response.write = ((...args: Parameters<typeof write>) => {
    keep(args[0], args[1]);
    return write.apply(response, args);
  }) as typeof write;
  response.end = ((...args: Parameters<typeof end>) => {
    keep(args[0], args[1]);
    return end.apply(response, args);
  }) as typeof end;
  return new Promise((told) => {
    response.once("close", () => {
      const { statusCode: status, writableFinished } = response;
      const headers = response.getHeaders();
      const isPage = (status === 200 || status === 404) && REPEATED_TYPES.test(String(headers["content-type"]));
      if (!writableFinished) told("abandoned");
      else if (!isPage || headers["set-cookie"] || bytes > MOST_BYTES) told("own");
      else told({ status, headers, body: Buffer.concat(chunks) });
    });
  });
}

function repeat(response: ServerResponse, { status, headers, body }: Page): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !OF_CONNECTION.includes(name)) response.setHeader(name, value);
  }
  response.setHeader("content-length", body.length);
  response.end(body);
}

/**
 * Answers as `answer` does, but renders a page once for all who are not signed in and ask for it while nothing has changed
 * in the database. What transactions can see of each other is the test: where that is the same as when a page was begun,
 * no commit lies between, by whichever process. So nobody is told what no longer holds, and a question that everybody
 * suddenly reads costs one rendering rather than one for each reader.
 */
export function repeatingPages(
  answer: RequestListener,
  db: Pick<Database, "run">,
  now: () => number = Date.now,
): RequestListener {
  const renderings = new Map<string, Rendering>();

  async function currentState(): Promise<string> {
    const [row] = await db.run("SELECT pg_current_snapshot()::text AS state");
    return String(row?.state);
  }

  /** The latest rendering of a page, while it shows what the database holds. */
  function current(key: string, state: string): Rendering | undefined {
    const latest = renderings.get(key);
    const isCurrent = latest?.state === state && (!latest.isDone || now() - latest.begunAt < MOST_AGE_MS);
    return isCurrent ? latest : undefined;
  }

  function record(key: string, state: string, response: ServerResponse): void {
    const rendering: Rendering = { state, begunAt: now(), rendered: recorded(response), isDone: false };
    renderings.delete(key);
    renderings.set(key, rendering);
    const [oldest] = renderings.keys();
    if (renderings.size > MOST_PAGES && oldest !== undefined) renderings.delete(oldest);
    rendering.rendered.then(() => {
      rendering.isDone = true;
    });
  }

  return async (request, response) => {
    const key = wanted(request);
    // Where the database cannot be asked, the page itself says so.
    const state = key && (await currentState().catch(() => undefined));
    if (!key || !state) return answer(request, response);
    for (let latest = current(key, state); latest; latest = current(key, state)) {
      const rendered = await latest.rendered;
      if (rendered === "own") return answer(request, response);
      if (rendered !== "abandoned") return repeat(response, rendered);
      // The first to notice renders it again, and the others wait for that.
      if (renderings.get(key) === latest) renderings.delete(key);
    }
    record(key, state, response);
    answer(request, response);
  };
}
