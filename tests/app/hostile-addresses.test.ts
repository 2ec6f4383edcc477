import { request } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cookiesOf } from "#tests/support/api-client.ts";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

/** Promise Z9 on the pages: whatever stands in an address, there is a page, or no such page; never a fault. */
let parley: ServedParley;
let browser: Browser;
beforeAll(async () => {
  [parley, browser] = [await serveParley(), await launchBrowser()];
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const ID = "0198c0de-0000-7000-8000-000000000000";
const VALUES = [
  ...[
    "x",
    "",
    "%00",
    "a%00b",
    "%E0%A4%A",
    "%ED%A0%80",
    "%E2%80%AE",
    "%",
    "%5C",
    "%2F%2F%5B",
    "constructor",
    "__proto__",
  ],
  ...[
    "-1",
    "0",
    "1",
    "99999999999999999999",
    "1e308",
    "2026-02-30",
    "10000-01-01",
    "0001-01-01",
    "9999-12-31T00:00:00Z",
  ],
  ...[
    ID,
    `1770000000000_${ID}`,
    `99999999999999999_${ID}`,
    `1_1_NaN_${ID}`,
    `5_5_1.5_${ID}`,
    `1_99999999999999999999_${ID}`,
  ],
  ...["topic:constructor", "topic:x", "season:0000-q1", "tournament:x", "~crowd", "a".repeat(5000)],
];

/** Every page that reads parameters of its address, with their names. */
const PAGES: Record<"anybody" | "forecaster" | "admin", Record<string, string>> = {
  anybody: {
    "/events": "topic type actor text asOf before",
    "/questions": "status topic q sort cursor",
    QUESTION: "asOf tab cursor",
    "QUESTION?tab=trades": "asOf cursor",
    "QUESTION?tab=forecasts": "cursor",
    "QUESTION/resolution": "asOf",
    "QUESTION/scores": "of",
    EVENT: "asOf",
    SIGNAL: "asOf",
    "/topics/muscat-channel": "asOf before",
    "/leaderboard": "board who by cursor",
    "/leaderboard?by=peer": "cursor",
    "/leaderboard/compare": "board who one other",
    "/leaderboard/profit": "board cursor",
    "/calibration": "of horizon as",
    "/users/sim-curlew": "tab cursor of horizon as",
    "/users/sim-curlew?tab=forecasts": "cursor",
    "/seals": "before",
    "/sign-in": "next error",
    "/sign-up": "next",
  },
  forecaster: { "/notices": "before", "/portfolio/statement": "cursor", "/questions/suggest": "topic" },
  admin: {
    "/admin/audit": "actor action subject from until before",
    "/admin/people": "cursor",
    "/admin/events": "topic",
    "/admin/events/signals": "topic signal",
    "/admin/events/coverage": "topic replace types actors from until",
    "/admin/events/inbox": "topic type actor place cursor",
    "/questions/new": "draft suggestion topic",
  },
};

/** What shows that a page, or a part of it that came later, failed on our side. */
const FAILED = /This page could not be shown|\$RX\("[^"]*","(?!NEXT_)|data-dgst="(?!NEXT_)/;

async function pageOf(path: string, cookie: string): Promise<{ status: number; html: string }> {
  const response = await fetch(parley.origin + path, { headers: { cookie }, redirect: "manual" });
  return { status: response.status, html: await response.text() };
}

/** A page of each kind that has an address of its own. */
async function addresses(): Promise<Record<string, string>> {
  const first = async (list: string, form: RegExp) => form.exec((await pageOf(list, "")).html)?.[0] ?? "";
  return {
    QUESTION: await first("/questions?status=all", /\/questions\/will-[a-z0-9-]+/),
    EVENT: await first("/events", /\/events\/[0-9a-f-]{36}/),
    SIGNAL: await first("/topics/muscat-channel", /\/signals\/[0-9a-f-]{36}/),
  };
}

test("Z9: every page that reads its address answers whatever the address says, with its first page where need be", async () => {
  const known = await addresses();
  const faults: string[] = [];
  let asked = 0;
  for (const [who, pages] of Object.entries(PAGES)) {
    const session = who === "anybody" ? null : await signedInAs(browser, parley.origin, who as "forecaster" | "admin");
    const cookie = session ? await cookiesOf(session.page) : "";
    for (const [page, names] of Object.entries(pages)) {
      const path = page.replace(/^[A-Z]+/, (name) => known[name] ?? name);
      for (const value of VALUES) {
        const query = names.split(" ").map((name) => `${name}=${value}`);
        // Each parameter has the value at once, and for one of the values twice.
        for (const asking of [query.join("&"), ...(value === "x" ? [[...query, ...query].join("&")] : [])]) {
          const address = `${path}${path.includes("?") ? "&" : "?"}${asking}`;
          const { status, html } = await pageOf(address, cookie);
          asked++;
          if (status >= 500 || FAILED.test(html)) faults.push(`${status} ${address.slice(0, 160)}`);
        }
      }
    }
    await session?.context.close();
  }
  expect(faults).toEqual([]);
  console.log(`Z9: ${asked} addresses of ${Object.values(PAGES).flatMap(Object.keys).length} pages, 0 faults`);
});

/** The status by which a path is answered, sent as it is written: a client of the web would mend it first. */
function statusOf(path: string): Promise<number> {
  return new Promise((answered, failed) => {
    request(`${parley.origin}/`, { path }, (response) => {
      response.resume();
      answered(response.statusCode ?? 0);
    })
      .once("error", failed)
      .end();
  });
}

test("an address with a broken escape is no page, wherever it is broken", async () => {
  const broken = ["%E0%A4%A", "%", "%FF", "a%C3%28", "%ED%A0%80"];
  const folders = [
    "",
    "users",
    "questions",
    "topics",
    "events",
    "signals",
    "tournaments",
    "seals",
    "seals/record/audit",
    "api/trpc",
  ];
  for (const folder of folders) {
    for (const name of broken)
      expect([folder, name, await statusOf(`/${folder}/${name}`)]).toEqual([folder, name, 404]);
  }
  for (const name of ["%00", "constructor", "%E2%80%AE", "99999999999999999999", "%25E0"]) {
    for (const folder of folders.slice(1, -1)) expect(await statusOf(`/${folder}/${name}`)).toBe(404);
  }
});
