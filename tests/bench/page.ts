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

/** A cookie makes a request somebody's own, for whom the page is rendered. */
const OWN = { headers: { cookie: "somebody=1" } };

async function read(address: string, as?: RequestInit): Promise<string> {
  const response = await fetch(address, as);
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

/** Kilobytes, packed, of the scripts that a page asks for; those for browsers without modules are fetched by none of today's. */
async function scriptSize(origin: string, html: string): Promise<number> {
  const tags = [...html.matchAll(/<script[^>]* src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  const sources = new Set(tags.map(([, source]) => source as string));
  let bytes = 0;
  for (const source of sources) bytes += gzipSync(await read(new URL(source, origin).href)).length;
  return bytes / 1000;
}

/** So many readers at once, each asking again as soon as it has its answer: pages a second. */
async function perSecond(address: string, as?: RequestInit): Promise<number> {
  let left = REQUESTS;
  const begun = performance.now();
  const reader = async () => {
    while (left-- > 0) await read(address, as);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return (REQUESTS * 1000) / (performance.now() - begun);
}

async function measured(origin: string, { name, find }: ReadPage): Promise<Figure[]> {
  const [page, fixed] = [origin + (await find(origin)), origin + STATIC_ROUTE];
  const html = await read(page);
  const figures: Figure[] = [];
  for (const [kind, as] of [[name, undefined] as const, [`${name} rendered`, OWN] as const]) {
    const { work, beside } = await interleavedReads(
      { rounds: ROUNDS, warmUp: WARM_UP },
      () => read(page, as),
      () => read(fixed),
    );
    const [own, other] = [await perSecond(page, as), await perSecond(fixed)];
    const baseline = "a static route of the same server";
    figures.push(...timingFigures(kind, ROUNDS, work, work.p95 / beside.p95, `the p95 of ${baseline}`), {
      name: `${kind} a second`,
      n: AT_ONCE,
      value: own,
      unit: "/s",
      ratio: own / other,
      baseline,
    });
  }
  const plain = { n: 1, unit: "kB gzip", ratio: null, baseline: null };
  return [
    ...figures,
    { ...plain, name: `${name} HTML`, value: gzipSync(html).length / 1000 },
    { ...plain, name: `${name} scripts`, value: await scriptSize(origin, html) },
  ];
}

/** Pages of the built product with its demonstration, as readers who are not signed in get them, and rendered for one reader. */
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
