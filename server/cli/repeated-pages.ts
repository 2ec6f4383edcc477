import type { IncomingMessage, RequestListener } from "node:http";
import type { Database } from "#db/client.ts";
import { type Answer, answerTo, giveAnswer } from "./detached-exchange.ts";

/** A page says how long ago things were and what is open, so it is not repeated for longer than nobody would notice. */
const MAX_AGE_MS = 2_000;
const MAX_PAGES = 300;
const MAX_BYTES = 1_000_000;
const MAX_BYTES_IN_ALL = 64_000_000;
const MAX_ADDRESS = 2_000;
/**
 * The headers with which a page is rendered that is repeated for others: its encoding, and which part of it Next asks for on the
 * way from another page. All others are left out, so that nothing a reader sends reaches the next one.
 */
const VARIES_BY = [
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
] as const;
const NO_PAGE = /^\/(api|_next)\/|^[^?]*\.\w+(\?|$)/;
const REPEATED_TYPES = /^text\/(html|x-component)\b/;

interface Rendering {
  /** What the database held when it began. */
  readonly state: string;
  readonly begunAt: number;
  /** The page; null when it cannot be repeated. */
  readonly page: Promise<Answer | null>;
  bytes: number;
  isDone: boolean;
}

interface Wanted {
  readonly key: string;
  readonly headers: IncomingMessage["headers"];
}

/**
 * What a request for a page of somebody not signed in asks for; undefined for every other request. Whoever has a cookie
 * beside the one of light and dark may be known to the server, and gets a page of their own.
 */
function wanted({ method, url = "", headers }: IncomingMessage): Wanted | undefined {
  const { host = "", cookie = "" } = headers;
  if (method !== "GET" || url.length > MAX_ADDRESS || NO_PAGE.test(url)) return undefined;
  if (headers.range !== undefined || !/^(theme=\w+)?$/.test(cookie)) return undefined;
  const isPacked = /\bgzip\b/.test(String(headers["accept-encoding"] ?? ""));
  const packing = isPacked ? "gzip" : "identity";
  const kept: Wanted["headers"] = { host, cookie, "accept-encoding": packing, "x-asked-address": url };
  for (const name of VARIES_BY) if (headers[name] !== undefined) kept[name] = headers[name];
  return { key: JSON.stringify([url, kept]), headers: kept };
}

function isRepeatable({ status, headers }: Answer): boolean {
  if (headers["set-cookie"] !== undefined) return false;
  return (status === 200 || status === 404) && REPEATED_TYPES.test(String(headers["content-type"]));
}

/**
 * Answers as `answer` does, but renders a page once for all who are not signed in and ask for it while nothing has changed
 * in the database. What transactions can see of each other is the test: where that is the same as when a page was begun,
 * no commit lies between, by whichever process. So nobody is told what no longer holds, and a question that everybody
 * suddenly reads costs one rendering rather than one for each reader. It is rendered for no connection in particular, so that
 * nobody waits for another's.
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
    const isCurrent = latest?.state === state && (!latest.isDone || now() - latest.begunAt < MAX_AGE_MS);
    return isCurrent ? latest : undefined;
  }

  /** Begins a rendering for all, and gives what it comes to for the one who asked first. */
  function render(request: IncomingMessage, { key, headers }: Wanted, state: string): Promise<Answer | null> {
    const first = answerTo(answer, request, headers, MAX_BYTES).catch(() => null);
    const page = first.then((made) => (made && isRepeatable(made) ? made : null));
    const rendering: Rendering = { state, begunAt: now(), page, bytes: 0, isDone: false };
    renderings.delete(key);
    renderings.set(key, rendering);
    page.then((made) => {
      rendering.bytes = made?.body.length ?? 0;
      rendering.isDone = true;
      forgetTheOldest();
    });
    return first;
  }

  function forgetTheOldest(): void {
    let bytes = 0;
    for (const rendering of renderings.values()) bytes += rendering.bytes;
    for (const [key, rendering] of renderings) {
      if (renderings.size <= MAX_PAGES && bytes <= MAX_BYTES_IN_ALL) return;
      renderings.delete(key);
      bytes -= rendering.bytes;
    }
  }

  return async (request, response) => {
    const page = wanted(request);
    // Where the database cannot be asked, the page itself says so.
    const state = page && (await currentState().catch(() => undefined));
    if (!page || !state) return answer(request, response);
    const made = await (current(page.key, state)?.page ?? render(request, page, state));
    return made ? giveAnswer(response, made) : answer(request, response);
  };
}
