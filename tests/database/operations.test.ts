import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { startJobs } from "#server/jobs/start-jobs.ts";
import { Operations } from "#server/operations/operations.ts";
import { requestId } from "#server/request-scope.ts";
import { answeringServer } from "#tests/support/answering-server.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";

const TOKEN = "a-token-of-metrics";
const operations = new Operations({ metricsToken: TOKEN, trustsSender: false });
const trusting = new Operations({ metricsToken: undefined, trustsSender: true });
let rendered = 0;
const isMissing = (path: string) => path === "/x.png";
const answering = (of: Operations) =>
  of.around(
    of.guard((request, response) => {
      if (request.url === "/repeated")
        return response.setHeader("x-request-id", "of-an-earlier-answer").end("repeated");
      return of.rendering((_, to) => {
        rendered++;
        to.writeHead(request.url === "/fault" ? 500 : 200).end(requestId());
      })(request, response);
    }, isMissing),
  );

let [origin, trustingOrigin] = ["", ""];
let postgres: PostgresServer;
let database: Database;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
  database = await openPostgres(postgres.url);
  await migrate(database);
  for (const of of [operations, trusting]) {
    const server = await answeringServer(answering(of));
    closing.push(server.close);
    if (of === operations) origin = server.origin;
    else trustingOrigin = server.origin;
  }
});
afterAll(async () => {
  for (const close of closing) await close();
  await database.close();
  await postgres.stop();
});

/** Asks again until it is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await isSo()) return;
    await sleep(100);
  }
  throw new Error("It did not come to be so.");
}

const metrics = async () => (await fetch(`${origin}/metrics`)).text();
async function figure(line: string): Promise<number> {
  const found = (await metrics()).split("\n").find((one) => one.startsWith(`${line} `));
  return found === undefined ? Number.NaN : Number(found.slice(line.length + 1));
}

describe("health and readiness", () => {
  test("healthz answers from the first moment, readyz says that the process is starting", async () => {
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    const ready = await fetch(`${origin}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: "unready", reason: "starting" });
    for (const each of [operations, trusting]) each.watch(database);
    operations.setLife("ready");
    expect(await (await fetch(`${origin}/readyz`)).json()).toMatchObject({ reason: "database_silent" });
    closing.unshift(await startJobs(database, operations.jobs));
    await until(async () => (await fetch(`${origin}/readyz`)).status === 200);
    expect(await (await fetch(`${origin}/readyz`)).json()).toMatchObject({
      status: "ready",
      checks: { database: { reachable: true }, migrations: { missing: [] }, jobs: { lagSeconds: expect.any(Number) } },
    });
  });

  test("readyz says when the process stops, while healthz goes on answering", async () => {
    operations.setLife("draining");
    expect(await (await fetch(`${origin}/readyz`)).json()).toMatchObject({ reason: "draining" });
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    operations.setLife("ready");
  });

  test("they are kept by nobody, and asked for by GET alone", async () => {
    for (const path of ["/healthz", "/readyz", "/metrics"]) {
      expect((await fetch(`${origin}${path}?x=1`)).headers.get("cache-control")).toBe("no-store");
      const posted = await fetch(`${origin}${path}`, { method: "POST" });
      expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    }
    expect(rendered).toBe(0);
  });
});

describe("metrics", () => {
  test("are given to this machine, and to others with the token alone", async () => {
    const statusOf = async (headers: Record<string, string>) => (await fetch(`${origin}/metrics`, { headers })).status;
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(await statusOf({ authorization: `Bearer ${TOKEN}`, "x-forwarded-for": "203.0.113.9" })).toBe(200);
    expect(await statusOf({ authorization: `Bearer ${TOKEN}x` })).toBe(401);
    expect(await statusOf({ authorization: "Bearer" })).toBe(200);
    for (const header of ["x-forwarded-for", "forwarded", "via", "x-real-ip", "x-forwarded-host", "cf-connecting-ip"])
      expect(await statusOf({ [header]: "203.0.113.9" }), header).toBe(401);
    const without = await fetch(`${trustingOrigin}/metrics`, { headers: { authorization: "Bearer undefined" } });
    expect(without.status).toBe(401);
  });

  test("count requests by class and status, pages repeated and rendered, and jobs by name and outcome", async () => {
    const before = await figure('parley_http_requests_total{class="page",status="200"}');
    for (const path of ["/", "/questions", "/repeated", "/fault", "/x.png"])
      await (await fetch(`${origin}${path}`)).text();
    expect(await figure('parley_http_requests_total{class="page",status="200"}')).toBe((before || 0) + 3);
    expect(await figure('parley_http_requests_total{class="page",status="500"}')).toBe(1);
    expect(await figure('parley_http_requests_total{class="asset",status="404"}')).toBe(1);
    expect(await figure('parley_page_cache_total{result="hit"}')).toBe(1);
    expect(await figure('parley_page_cache_total{result="miss"}')).toBe(2);
    operations.jobs.ran({ name: "seal-waiting-records", hasFailed: true, seconds: 2 });
    expect(await figure('parley_jobs_total{name="seal-waiting-records",outcome="failed"}')).toBe(1);
    expect(await figure('parley_http_request_seconds_count{class="page"}')).toBeGreaterThanOrEqual(4);
  });

  test("tell what the database and this process have to do, and Node's own figures", async () => {
    await database.run(
      "INSERT INTO leaf_queue (kind, record_id, queued_at) VALUES ('none', '1', now() - interval '1 hour')",
    );
    await until(async () => (await figure("parley_seal_waiting")) === 1);
    expect(await figure("parley_seal_lag_seconds")).toBeGreaterThanOrEqual(3600);
    await Promise.all([1, 2, 3].map(() => database.run("SELECT pg_sleep(0.01)")));
    expect(await figure("parley_pool_connections")).toBeGreaterThanOrEqual(3);
    expect(await figure('parley_statement_seconds_count{kind="select"}')).toBeGreaterThan(3);
    await expect(database.run("DELETE FROM no_such_table")).rejects.toThrow();
    expect(await figure('parley_statements_failed_total{kind="delete"}')).toBe(1);
    for (const name of [
      "pool_idle",
      "pool_waiting",
      "jobs_lag_seconds",
      "jobs_waiting",
      "hashing_running",
      "hashing_waiting",
    ])
      expect(await figure(`parley_${name}`), name).toBeGreaterThanOrEqual(0);
    expect(await figure("parley_database_up")).toBe(1);
    expect(await figure("process_resident_memory_bytes")).toBeGreaterThan(1e6);
    expect(await metrics()).toContain("nodejs_eventloop_lag_seconds");
  });
});

describe("the id of a request", () => {
  const idOf = async (path: string, headers: Record<string, string> = {}, to = origin) => {
    const response = await fetch(`${to}${path}`, { headers });
    return { header: response.headers.get("x-request-id"), body: await response.text() };
  };

  test("is on every answer, a new one each time, and the one that the code inside knows", async () => {
    const ids = new Set<string | null>();
    for (const path of ["/", "/healthz", "/metrics", "/x.png", "/repeated", "/fault"]) {
      const { header, body } = await idOf(path);
      expect(header, path).toMatch(/^[0-9a-f-]{36}$/);
      if (path === "/") expect(body).toBe(header);
      ids.add(header);
    }
    expect(ids.size).toBe(6);
  });

  test("is not taken from a stranger, and only when it is sound from a proxy of ours", async () => {
    const given = { "x-request-id": "id-of-the-proxy.1" };
    expect((await idOf("/", given)).header).not.toBe(given["x-request-id"]);
    expect((await idOf("/", given, trustingOrigin)).header).toBe(given["x-request-id"]);
    for (const unsound of ["short", "x".repeat(65), "with space and more", '"},{"level":"fatal'])
      expect((await idOf("/", { "x-request-id": unsound }, trustingOrigin)).header).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("while the database is gone", () => {
  test("pages, parts of pages and the API say so with 503 and when to ask again, and nothing is rendered", async () => {
    await postgres.kill();
    await until(async () => (await fetch(`${origin}/questions`)).status === 503);
    const before = rendered;
    const page = await fetch(`${origin}/questions`);
    expect([page.status, page.headers.get("retry-after"), page.headers.get("content-type")]).toEqual([
      503,
      "5",
      "text/html; charset=utf-8",
    ]);
    const text = await page.text();
    expect(text).toContain("cannot reach its database");
    expect(text).toContain(String(page.headers.get("x-request-id")));
    expect(page.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
    const part = await fetch(`${origin}/questions`, { headers: { rsc: "1" } });
    expect([part.status, part.headers.get("content-type")]).toEqual([503, "text/plain; charset=utf-8"]);
    const call = await fetch(`${origin}/api/trpc/question.list?input=%7B%7D`);
    expect([call.status, call.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await call.json()).toMatchObject({
      error: { json: { data: { rule: "database_must_be_reachable", httpStatus: 503 } } },
    });
    const batch = await fetch(`${origin}/api/trpc/a.b,c.d?batch=1&input=%7B%7D`);
    expect(await batch.json()).toHaveLength(2);
    for (const path of ["/api/auth/session", "/api/v1/questions"]) {
      const other = await fetch(`${origin}${path}`);
      expect([other.status, other.headers.get("content-type")]).toEqual([
        503,
        "application/problem+json; charset=utf-8",
      ]);
    }
    expect(rendered).toBe(before);
  });

  test("what needs no database is answered as always, and health and readiness tell them apart", async () => {
    expect((await fetch(`${origin}/icon.svg`)).status).toBe(200);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    const ready = await fetch(`${origin}/readyz`);
    expect([ready.status, ((await ready.json()) as { reason: string }).reason]).toEqual([503, "database_unreachable"]);
    expect(await figure("parley_database_up")).toBe(0);
    await postgres.start();
    await until(async () => (await fetch(`${origin}/questions`)).status === 200);
    await until(async () => (await fetch(`${origin}/readyz`)).status === 200);
  });
});

describe("a file that does not exist", () => {
  test("is told so in a few bytes, and nothing is rendered", async () => {
    const before = rendered;
    const response = await fetch(`${origin}/x.png`);
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "text/plain; charset=utf-8"]);
    expect((await response.text()).length).toBeLessThan(100);
    expect(rendered).toBe(before);
  });
});

test("an answer that its reader leaves is counted as aborted", async () => {
  const before = (await figure('parley_http_requests_total{class="api",status="aborted"}')) || 0;
  const hanging = await answeringServer(operations.around((_, response) => void response.write("begun")));
  await new Promise<void>((left) => {
    const asking = get(`${hanging.origin}/api/slow`, (response) => {
      response.on("error", () => {});
      response.once("data", () => {
        asking.destroy();
        left();
      });
    });
  });
  await until(async () => (await figure('parley_http_requests_total{class="api",status="aborted"}')) === before + 1);
  await hanging.close();
});
