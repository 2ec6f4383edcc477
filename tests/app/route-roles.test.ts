import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wrongHeaders } from "#tests/support/answer-headers.ts";
import { answeringServer } from "#tests/support/answering-server.ts";
import { DENIALS, type RoleRow, readRoleTable, wrongNames } from "#tests/support/role-table.ts";
import { serveParley } from "#tests/support/served-parley.ts";
import { ANSWER_CLASSES, type AskedClass } from "./roles/answer-classes.ts";
import { type RawAnswer, rawRequest } from "./roles/raw-request.ts";
import { PAGE_ROLES, ROUTE_ROLES } from "./roles/route-roles.ts";
import { pagesOfProduct, routesOfProduct } from "./roles/routes-of-product.ts";
import { VISITORS, type VisitedParley, type Visitor, visitedParley } from "./roles/visited-parley.ts";
import { type WayAround, waysAround } from "./roles/ways-around.ts";

let visited: VisitedParley;
let origin: string;
beforeAll(async () => {
  visited = await visitedParley();
  origin = visited.parley.origin;
});
afterAll(() => visited.parley.dispose());

const pages = readRoleTable(PAGE_ROLES);
const routes = readRoleTable(ROUTE_ROLES);
const plainPages = pages.filter(({ name }) => !name.includes("@"));
const buildId = readFileSync(".next/BUILD_ID", "utf8").trim();

const ask = (who: Visitor, path: string, headers: Record<string, string> = {}, from = origin) =>
  rawRequest(from, { path, headers: { ...headers, cookie: visited.cookies[who] } });

/** How an answer stands in the table. */
function cellOf({ status, headers }: RawAnswer): string {
  return status === 307 && String(headers.location).startsWith("/sign-in?next=") ? "sign-in" : String(status);
}
const isDenial = (cell: string | undefined) => cell === "sign-in" || DENIALS.includes(cell ?? "");

/** What one row of the table says that is not so. */
async function otherwiseThan({ name, statuses, rest }: RoleRow, path: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const who of VISITORS) {
    // A proxy says for whom it asks: only this machine itself may read the metrics.
    const answer = await ask(who, path, { "x-forwarded-for": "192.0.2.9" });
    const [cell, expected] = [cellOf(answer), statuses[who]];
    if (cell !== expected) wrong.push(`${name} answers ${who} with ${cell}, not ${expected}`);
    const shows = rest !== "" && answer.text.includes(rest);
    if (rest !== "" && shows === isDenial(expected))
      wrong.push(`${name} ${shows ? "shows" : "hides from"} ${who} its words`);
  }
  return wrong;
}

describe("Z1: the tables of pages and routes", () => {
  test("have a row for each page and route that there is, and no other", () => {
    expect(wrongNames(plainPages, pagesOfProduct())).toEqual([]);
    expect(wrongNames(routes, routesOfProduct())).toEqual([]);
    const [first, ...others] = plainPages;
    expect(wrongNames(others, pagesOfProduct())).toEqual([`${first?.name} is missing`]);
    expect(wrongNames([...routes, { name: "/api/debug" }], routesOfProduct())).toEqual(["/api/debug does not exist"]);
  });

  test("give words for each page that turns anybody away", () => {
    const closed = pages.filter(({ statuses }) => Object.values(statuses).some(isDenial));
    expect(closed.filter(({ rest }) => rest === "").map(({ name }) => name)).toEqual([]);
    expect(closed.length).toBeGreaterThan(20);
  });

  test("are what each page answers each of six people, who read its words if they may and not otherwise", async () => {
    const wrong: string[] = [];
    for (const row of pages) wrong.push(...(await otherwiseThan(row, visited.addressOf(row.name))));
    expect(wrong).toEqual([]);
    console.log(`Z1: ${pages.length} pages, ${pages.length * VISITORS.length} answers as the table says`);
  });

  test("are what everything else answers", async () => {
    const paths: Record<string, string> = {
      "/api/auth/[...nextauth]": "/api/auth/session",
      "/api/trpc/[trpc]": "/api/trpc/user.viewer",
    };
    const wrong: string[] = [];
    for (const row of routes) wrong.push(...(await otherwiseThan(row, paths[row.name] ?? row.name)));
    expect(wrong).toEqual([]);
  });

  test("do not hold where a page is open to everybody, and that is seen", async () => {
    const people = pages.find(({ name }) => name === "/admin/people") as RoleRow;
    const open = { ...people, statuses: { ...people.statuses, member: "200" } };
    expect(await otherwiseThan(open, "/admin/people")).toEqual([
      "/admin/people answers member with 403, not 200",
      "/admin/people hides from member its words",
    ]);
  });
});

/** Follows to the one address of a page, by the same way; not to the form. */
async function answerBy(who: Visitor, { path, headers }: WayAround, from: string): Promise<RawAnswer> {
  const answer = await ask(who, path, { ...headers }, from);
  const led = String(answer.headers.location ?? "");
  if (answer.status < 300 || answer.status > 399 || led.startsWith("/sign-in")) return answer;
  return ask(who, led, { ...headers }, from);
}

/** The ways by which somebody reads a page's words, or makes the server fail. */
async function openWays(row: RoleRow, who: Visitor, from = origin): Promise<{ open: string[]; asked: number }> {
  const ways = waysAround(visited.addressOf(row.name), row.name.split("@")[0] ?? "", buildId);
  const answers = await Promise.all(ways.map(async (way) => ({ way, answer: await answerBy(who, way, from) })));
  const open = answers.filter(({ answer }) => answer.status >= 500 || answer.text.includes(row.rest));
  return { open: open.map(({ way }) => way.name), asked: ways.length };
}

/** Everybody whom a row turns away; of members who are turned away alike, one. */
const turnedAway = ({ statuses }: RoleRow) =>
  VISITORS.filter((who) => isDenial(statuses[who]) && who !== "owner" && who !== "member");

describe("Z4: whoever is turned away", () => {
  test("is so by every way around", async () => {
    const found: string[] = [];
    let asked = 0;
    for (const row of pages) {
      for (const who of turnedAway(row)) {
        const ways = await openWays(row, who);
        asked += ways.asked;
        found.push(...ways.open.map((way) => `${row.name} is open to ${who} by: ${way}`));
      }
    }
    expect(found).toEqual([]);
    console.log(`Z4: ${asked} requests by ways around, none of them let anybody in`);
  });

  test("would be let in by ways that do lead to the page, as those who may read it see", async () => {
    const people = pages.find(({ name }) => name === "/admin/people") as RoleRow;
    const { open } = await openWays(people, "admin");
    expect(open).toEqual(
      expect.arrayContaining(["subrequest of a middleware", "part", "part, the innermost", "slash at the end", "%2e"]),
    );
  });

  test("is let in where something in front of the pages decides, and leaves out what seems to come from inside", async () => {
    const front = await answeringServer(async ({ url = "/", headers }, response) => {
      const isInside = headers["x-middleware-subrequest"] !== undefined;
      const cookie = isInside ? visited.cookies.admin : String(headers.cookie ?? "");
      const answer = await rawRequest(origin, { path: url, headers: { cookie } });
      const led = answer.headers.location;
      response.writeHead(answer.status, led === undefined ? {} : { location: led }).end(answer.text);
    });
    const people = pages.find(({ name }) => name === "/admin/people") as RoleRow;
    const { open } = await openWays(people, "anonymous", front.origin);
    await front.close();
    expect(open).toEqual(["subrequest of a middleware", "subrequest of src/middleware", "subrequest of a proxy"]);
  });
});

describe("I3: the headers", () => {
  async function asked({ path, who = "anonymous", method = "GET", headers = {} }: AskedClass, from = origin) {
    const cookie = from === origin ? visited.cookies[who] : "";
    const sent = { path, method, headers: { ...headers, cookie } };
    const answer = await rawRequest(from, sent);
    // Next leads a part to the one address that it has for these headers.
    const isPart = headers.rsc !== undefined && answer.status === 307;
    return isPart ? rawRequest(from, { ...sent, path: String(answer.headers.location) }) : answer;
  }

  test.each(Object.entries(ANSWER_CLASSES))("of %s are all there", async (_, kind) => {
    const answer = await asked(kind);
    expect([kind.path, answer.status, wrongHeaders(kind, answer)]).toEqual([kind.path, kind.status, []]);
  });

  test("are missed where one is missing, or says too much", async () => {
    const kind = { path: "/questions", status: 200, isPage: true };
    const answer = await asked(kind);
    for (const name of ["x-content-type-options", "content-security-policy", "x-request-id", "cache-control"]) {
      const { [name]: _, ...headers } = answer.headers;
      expect(wrongHeaders(kind, { ...answer, headers })).toContain(name);
    }
    const loose = { ...answer.headers, "x-powered-by": "Next.js", "cache-control": "public, no-store" };
    expect(wrongHeaders(kind, { ...answer, headers: loose })).toEqual(["x-powered-by", "cache-control"]);
    expect(wrongHeaders(kind, { ...answer, text: "<script>alert(1)</script>" })).toEqual(["no number: <script>"]);
  });

  test("ask for encryption where the address is encrypted, and cookies are sent by https alone", async () => {
    const port = await aFreePort();
    const settings = { PARLEY_URL: "https://parley.example", NEXTAUTH_SECRET: "long enough to sign sessions with it" };
    const encrypted = await serveParley({ env: { ...settings, PARLEY_DEMO: "off", PORT: String(port) } });
    const wrong: string[] = [];
    for (const path of ["/questions", "/healthz", "/api/auth/csrf", "/icon.svg", "/nothing.png"]) {
      const kind = {
        path,
        status: 200,
        isEncrypted: true,
        isPage: path === "/questions",
        mayBeKept: path === "/icon.svg",
      };
      const answer = await asked(kind, `http://localhost:${port}`);
      wrong.push(...wrongHeaders(kind, answer).map((name) => `${path}: ${name}`));
      for (const cookie of answer.headers["set-cookie"] ?? []) {
        if (!/^__(Host|Secure)-.*; HttpOnly; Secure; SameSite=Lax$/.test(cookie)) wrong.push(`${path}: ${cookie}`);
      }
    }
    await encrypted.dispose();
    expect(wrong).toEqual([]);
  });
});

/** A port that nobody has now: behind a proxy the address that the server tells is not the one it listens on. */
async function aFreePort(): Promise<number> {
  const server = await answeringServer(() => {});
  await server.close();
  return Number(new URL(server.origin).port);
}
