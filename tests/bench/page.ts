import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { serveParley } from "#tests/support/served-parley.ts";
import { type Benchmark, type Figure, interleavedReads, timingFigures } from "./benchmark.ts";

const ROUNDS = 100;
const WARM_UP = 30;
const AT_ONCE = 8;
const REQUESTS = 200;
/** Prerendered, so that it costs what Next itself costs. */
const STATIC_ROUTE = "/icon.svg";

interface ReadPage {
  readonly name: string;
  /** Where it is, on a server with the demonstration. */
  find(origin: string): Promise<string>;
}

const PAGES: readonly ReadPage[] = [
  { name: "page-question", find: firstQuestion },
  { name: "page-board", find: async () => "/leaderboard" },
];

async function read(address: string): Promise<string> {
  const response = await fetch(address);
  const body = await response.text();
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return body;
}

/** The question that the list of questions begins with. */
async function firstQuestion(origin: string): Promise<string> {
  const path = /href="(\/questions\/(?!new|suggest)[a-z0-9-]+)"/.exec(await read(`${origin}/questions`))?.[1];
  if (!path) throw new Error("The list of questions is empty.");
  return path;
}

/** Kilobytes, packed, of the scripts that a page asks for. */
async function scriptSize(origin: string, html: string): Promise<number> {
  const sources = new Set([...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source]) => source as string));
  let bytes = 0;
  for (const source of sources) bytes += gzipSync(await read(new URL(source, origin).href)).length;
  return bytes / 1000;
}

/** So many readers at once, each asking again as soon as it has its answer: pages a second. */
async function perSecond(address: string): Promise<number> {
  let left = REQUESTS;
  const begun = performance.now();
  const reader = async () => {
    while (left-- > 0) await read(address);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return (REQUESTS * 1000) / (performance.now() - begun);
}

async function measured(origin: string, { name, find }: ReadPage): Promise<Figure[]> {
  const [page, fixed] = [origin + (await find(origin)), origin + STATIC_ROUTE];
  const html = await read(page);
  const { work, beside } = await interleavedReads(
    { rounds: ROUNDS, warmUp: WARM_UP },
    () => read(page),
    () => read(fixed),
  );
  const [own, other] = [await perSecond(page), await perSecond(fixed)];
  const plain = { ratio: null, baseline: null };
  return [
    ...timingFigures(name, ROUNDS, work, work.p95 / beside.p95, "p95 of a static route of the same server"),
    { name: `${name} a second`, n: AT_ONCE, value: own, unit: "/s", ratio: own / other, baseline: "a static route" },
    { name: `${name} HTML`, n: 1, value: gzipSync(html).length / 1000, unit: "kB gzip", ...plain },
    { name: `${name} scripts`, n: 1, value: await scriptSize(origin, html), unit: "kB gzip", ...plain },
  ];
}

/** Pages of the built product with its demonstration, as a reader who is not signed in gets them. */
export const pageBenchmarks: readonly Benchmark[] = PAGES.map((page) => ({
  name: page.name,
  groups: ["pages"],
  async run() {
    if (!existsSync(".next/BUILD_ID")) throw new Error("There is no build to measure: run `npx next build` first.");
    const parley = await serveParley();
    try {
      return await measured(parley.origin, page);
    } finally {
      await parley.dispose();
    }
  },
}));
