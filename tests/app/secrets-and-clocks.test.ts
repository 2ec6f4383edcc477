import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiClient, cookiesOf } from "#tests/support/api-client.ts";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

const SECRETS = {
  NEXTAUTH_SECRET: "canary-of-sessions-5d1c0e7a9b2f4e68",
  PARLEY_METRICS_TOKEN: "canary-of-metrics-3f9a1b7c",
};
let parley: ServedParley;
let browser: Browser;
beforeAll(async () => {
  parley = await serveParley({ env: { ...SECRETS, LOG_LEVEL: "debug" } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const PAGES = [
  ...["/", "/questions", "/topics", "/events", "/leaderboard", "/seals", "/sign-in", "/sign-up", "/methodology"],
  ...["/me", "/settings", "/notices", "/portfolio", "/questions/new", "/nothing", "/users/sim-curlew", "/tournaments"],
  ...["/admin", "/admin/people", "/admin/settings", "/admin/audit", "/admin/events", "/admin/questions"],
  ...["/api/auth/session", "/api/auth/providers", "/healthz", "/readyz", "/api/trpc/user.viewer"],
];
/** The texts, by their names, in which a secret stands, as it is or as base64. */
function outlets(texts: ReadonlyMap<string, string>, secrets: readonly string[]): string[] {
  const forms = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString("base64").slice(0, -4)]);
  return [...texts].filter(([, text]) => forms.some((form) => text.includes(form))).map(([name]) => name);
}

test("A10: no secret of the server is in what browsers are sent: pages, what they carry, scripts; nor in the log", async () => {
  const { context, page } = await signedInAs(browser, parley.origin, "admin");
  const cookie = await cookiesOf(page);
  const texts = new Map<string, string>();
  for (const path of PAGES) {
    for (const [form, headers] of [
      ["", {}],
      ["what it carries", { RSC: "1" }],
    ] as const) {
      const response = await fetch(parley.origin + path, { headers: { cookie, ...headers }, redirect: "manual" });
      texts.set(`${path} ${form}`, `${JSON.stringify([...response.headers])}${await response.text()}`);
    }
  }
  const built = readdirSync(".next/static", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(js|css|map|json|txt)$/.test(name),
  );
  for (const name of built) texts.set(`script ${name}`, readFileSync(join(".next/static", name), "utf8"));
  texts.set("the log", parley.log().join("\n"));
  expect(outlets(texts, Object.values(SECRETS))).toEqual([]);
  // Names of settings that are secret are no business of a browser's either.
  expect(outlets(new Map([...texts].filter(([name]) => name.startsWith("script"))), Object.keys(SECRETS))).toEqual([]);
  expect(built.length).toBeGreaterThan(20);
  console.log(`A10: ${texts.size} texts, ${built.length} of them scripts and styles, 0 tell a secret`);
  const careless = new Map([["a page", `<script>self.env=${JSON.stringify(SECRETS)}</script>`]]);
  expect(outlets(careless, Object.values(SECRETS))).toEqual(["a page"]);
  await context.close();
});

test.each(["2031-05-05T12:00:00Z", "1999-12-31T23:59:59Z"])(
  "F3: a forecast from a browser whose clock says %s is stamped by the server, and the page says so",
  async (claimed) => {
    const { context, page } = await signedInAs(browser, parley.origin, "forecaster");
    await page.clock.setFixedTime(new Date(claimed));
    await page.goto(`${parley.origin}/questions?sort=newest`);
    await page
      .getByRole("main")
      .getByRole("link", { name: /^Will / })
      .first()
      .click();
    await page.waitForURL(/\/questions\/[a-z0-9-]+$/);
    expect(await page.evaluate(() => Date.now())).toBe(Date.parse(claimed));
    const form = page.getByRole("form", { name: "Your forecast" });
    const percent = 20 + (Date.parse(claimed) % 7);
    await form
      .getByRole("textbox", { name: /percent/i })
      .first()
      .fill(String(percent));
    const before = Date.now();
    await page.getByRole("button", { name: /^(Save|Update) forecast$/ }).click();
    await page.getByText(/Saved at .* UTC, by the server/).waitFor();
    const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const client = await apiClient(parley.origin, page);
    const { id: questionId } = await client.question.bySlug.query({ slug });
    const { items } = await client.forecast.ofQuestion.query({ questionId });
    const [newest] = items;
    expect(newest?.name).toBe("demo-forecaster");
    expect(newest?.madeAt.getTime()).toBeGreaterThanOrEqual(before - 1);
    expect(newest?.madeAt.getTime()).toBeLessThanOrEqual(Date.now() + 1);
    await context.close();
  },
);
