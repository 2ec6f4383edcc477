import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text as textOf } from "node:stream/consumers";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

let parley: ServedParley;
let browser: Browser;
beforeAll(async () => {
  [parley, browser] = [await serveParley({ env: { PARLEY_TRUSTED_PROXIES: "1" } }), await launchBrowser()];
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const PASSWORD = "demonstration";
const ADMIN = "demo-admin@example.org";

async function fillAndSend(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The addresses of all pages that send whoever is not signed in away, read from their files. */
function pagesForPeople(): string[] {
  const files = readdirSync("app/(site)", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("page.tsx"),
  );
  const asking = files.filter((file) => /\b(signedIn|forPermitted)\(/.test(readFileSync(`app/(site)/${file}`, "utf8")));
  const uuid = "0198c5a0-0000-7000-8000-000000000000";
  return asking.map(
    (file) =>
      `/${file
        .replace(/\/?page\.tsx$/, "")
        .replace("[id]", uuid)
        .replace("[slug]", "some-slug")}`,
  );
}

describe("the page that was asked for", () => {
  test("is where signing in leads back to, with its query, from every page that asks for it", async () => {
    const paths = pagesForPeople();
    expect(paths.length).toBeGreaterThan(18);
    expect(paths).toEqual(expect.arrayContaining(["/admin", "/admin/audit", "/settings", "/me", "/questions/new"]));
    const wrong: unknown[] = [];
    for (const path of paths) {
      const asked = `${path}?x=1&text=a%20b&next=%2F%2Fevil.example`;
      const { status, headers } = await fetch(parley.origin + asked, { redirect: "manual" });
      const led = headers.get("location");
      if (status !== 307 || led !== `/sign-in?next=${encodeURIComponent(asked)}`) wrong.push([asked, status, led]);
    }
    expect(wrong).toEqual([]);
  });

  test("comes after signing in: a page of the administration, and a list that was only looked at", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${parley.origin}/admin/audit?subjectKind=user`);
    await fillAndSend(page, ADMIN);
    await page.waitForURL(`${parley.origin}/admin/audit?subjectKind=user`);
    await page.context().clearCookies();
    await page.goto(`${parley.origin}/`);
    // On the way from page to page the header stays as it is; its link must not.
    await page.getByRole("link", { name: "Questions" }).first().click();
    await page.waitForURL(/\/questions$/);
    await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
    await page.waitForURL(/\/sign-in\?next=%2Fquestions$/);
    await page.getByRole("link", { name: "Make one" }).click();
    await page.waitForURL(/\/sign-up\?next=%2Fquestions$/);
    await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await fillAndSend(page, ADMIN);
    await page.waitForURL(`${parley.origin}/questions`);
    await page.context().close();
  });

  test.each([
    "next=/.//evil.example",
    "next=//evil.example",
    "next=/%5Cevil.example",
    "next=/%09/evil.example",
    "next=/%252f%252fevil.example/..//evil.example",
    "next=https:evil.example",
    "next=javascript:document.title='evil'",
    "next=/me&next=//evil.example",
    "next[]=//evil.example",
  ])("A8: is the front page where the address says ?%s", async (query) => {
    const page = await (await browser.newContext()).newPage();
    const left: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(`${parley.origin}/`)) left.push(request.url());
    });
    await page.goto(`${parley.origin}/sign-in?${query}`);
    await fillAndSend(page, ADMIN);
    await page.waitForURL(`${parley.origin}/`);
    expect([left, await page.title()]).toEqual([[], expect.not.stringContaining("evil")]);
    await page.context().close();
  });
});

test("a refused form keeps what was typed, says what is wrong beside the field, and puts the focus there", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${parley.origin}/sign-up`);
  await page.getByLabel("Name").fill("no spaces please");
  await page.getByLabel("E-mail address").fill("spaces@example.org");
  await page.getByLabel("Password").fill("a few long words");
  await page.getByRole("button", { name: "Make an account" }).click();
  const name = page.getByLabel("Name");
  await page.locator("[aria-invalid=true]").waitFor();
  expect(await name.getAttribute("aria-invalid")).toBe("true");
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await page.getByRole("alert").filter({ hasText: /./ }).count()).toBe(1);
  expect(await name.inputValue()).toBe("no spaces please");
  expect(await page.getByLabel("Password").inputValue()).toBe("a few long words");
  await page.context().close();
});

test("A2: somebody who signs up with an address that has an account learns how to go on, and nothing about it", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${parley.origin}/sign-up`);
  await page.getByLabel("Name").fill("newcomer");
  await page.getByLabel("E-mail address").fill(ADMIN);
  await page.getByLabel("Password").fill("another password of mine");
  await page.getByRole("button", { name: "Make an account" }).click();
  await page.getByText("If this e-mail address was new here, your account is made.").waitFor();
  expect((await fetch(`${parley.origin}/users/newcomer`)).status).toBe(404);
  await page.context().close();
});

describe("sessions", () => {
  test("are listed on the settings page; another is ended there, and then all of them", async () => {
    const here = await signedInAs(browser, parley.origin, "moderator");
    const other = await signedInAs(browser, parley.origin, "moderator");
    const kept = await other.context.cookies();
    await here.page.goto(`${parley.origin}/settings`);
    const list = here.page.getByRole("region", { name: "Where you are signed in" });
    await list.getByText("this one").waitFor();
    expect(await list.getByRole("listitem").count()).toBe(2);
    await list.getByRole("button", { name: "Sign out Chrome on Linux" }).click();
    await expect.poll(() => list.getByRole("listitem").count()).toBe(1);
    await other.page.goto(`${parley.origin}/settings`);
    await other.page.waitForURL(/\/sign-in\?next=%2Fsettings$/);
    await here.page.getByRole("button", { name: "Sign out everywhere" }).click();
    await here.page.waitForURL(/\/sign-in\?next=\/settings$/);
    await other.context.addCookies(kept);
    await other.page.goto(`${parley.origin}/me`);
    await other.page.waitForURL(/\/sign-in\?next=%2Fme$/);
    await here.context.close();
    await other.context.close();
  });

  test("A4: a cookie that was copied before signing out is worth nothing afterwards", async () => {
    const { context, page } = await signedInAs(browser, parley.origin, "forecaster");
    const kept = await context.cookies();
    await page.goto(`${parley.origin}/me`);
    await page.getByText("demo-forecaster").first().click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(`${parley.origin}/`);
    await context.addCookies(kept);
    await page.goto(`${parley.origin}/me`);
    await page.waitForURL(/\/sign-in\?next=%2Fme$/);
    await context.close();
  });
});

test("A9: nine addresses of strangers lock nobody out, and what a client claims before the proxy's word changes nothing", async () => {
  const attempt = async (password: string, forwarded: string) => {
    const csrf = await fetch(`${parley.origin}/api/auth/csrf`);
    const cookie = csrf.headers.getSetCookie().map((each) => each.split(";")[0]);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, email: "demo-moderator@example.org", password, json: "true" });
    const headers = { cookie: cookie.join("; "), "x-forwarded-for": forwarded };
    return (await fetch(`${parley.origin}/api/auth/callback/credentials`, { method: "POST", headers, body })).status;
  };
  const statuses: number[] = [];
  for (let i = 0; i < 12; i++) statuses.push(await attempt("a guess", `6.6.6.${i}, 198.51.100.1`));
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  for (let i = 2; i <= 9; i++) for (let n = 0; n < 10; n++) await attempt("a guess", `198.51.100.${i}`);
  expect(await attempt(PASSWORD, "198.51.100.1")).toBe(429);
  expect(await attempt(PASSWORD, "203.0.113.1")).toBe(200);
});

describe("Z5: a page of another server", () => {
  let elsewhere: Server;
  beforeAll(async () => {
    elsewhere = createServer((_, response) => response.setHeader("content-type", "text/html").end("<body></body>"));
    await new Promise<void>((done) => elsewhere.listen(0, "127.0.0.1", done));
  });
  afterAll(() => new Promise((closed) => elsewhere.close(closed)));

  /** Sends what a page can: forms of every kind, and requests that are not asked about first. */
  async function attack(page: Page, target: string): Promise<void> {
    for (const enctype of ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]) {
      const sent = page.waitForResponse((response) => response.url() === target);
      await page.evaluate(
        ([action, kind]) => {
          const form = Object.assign(document.createElement("form"), { method: "post", action, enctype: kind });
          form.append(Object.assign(document.createElement("input"), { name: '{"json":{}, "x":"', value: '"}' }));
          const frame = Object.assign(document.createElement("iframe"), { name: `to ${kind}` });
          document.body.append(frame, form);
          form.target = frame.name;
          form.submit();
        },
        [target, enctype] as const,
      );
      expect((await sent).status()).toBeGreaterThanOrEqual(400);
    }
    await page.evaluate(async (url) => {
      const init = { method: "POST", mode: "no-cors", credentials: "include", body: '{"json":{}}' } as const;
      await fetch(url, init).catch(() => undefined);
      const json = new Blob(['{"json":{}}'], { type: "application/json" });
      navigator.sendBeacon(url, json);
    }, target);
  }

  // One is another site, to which the browser sends no cookies; one is the same site, to which it does.
  test.each(["127.0.0.1", "localhost"])(
    "on %s changes nothing with the cookies of whoever looks at it",
    async (host) => {
      const { context, page } = await signedInAs(browser, parley.origin, "admin");
      await page.goto(`http://${host}:${(elsewhere.address() as AddressInfo).port}/`);
      await attack(page, `${parley.origin}/api/trpc/user.endSessions`);
      await attack(page, `${parley.origin}/api/auth/signout`);
      await page.goto(`${parley.origin}/settings`);
      expect(page.url()).toBe(`${parley.origin}/settings`);
      await context.close();
    },
  );

  test("what Z5 would catch: where something before the server hides what the request is and whence it comes, it has its effect", async () => {
    const careless = createServer(async (request, response) => {
      const headers = { cookie: request.headers.cookie ?? "", "content-type": "application/json" };
      const init = { method: "POST", headers, body: await textOf(request) };
      response.writeHead((await fetch(parley.origin + request.url, init)).status).end();
    });
    await new Promise<void>((done) => careless.listen(0, "localhost", done));
    const { context, page } = await signedInAs(browser, parley.origin, "admin");
    await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`);
    const target = `http://localhost:${(careless.address() as AddressInfo).port}/api/trpc/user.endSessions`;
    const answered = page.waitForResponse((response) => response.url() === target);
    await page.evaluate((url) => {
      const init = { method: "POST", mode: "no-cors", credentials: "include", body: '{"json":{}}' } as const;
      void fetch(url, init).catch(() => undefined);
    }, target);
    expect((await answered).status()).toBe(200);
    await page.goto(`${parley.origin}/settings`);
    await page.waitForURL(/\/sign-in\?next=%2Fsettings$/);
    await context.close();
    await new Promise((closed) => careless.close(closed));
  });
});
