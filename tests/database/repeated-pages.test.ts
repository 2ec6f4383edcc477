import { createServer, get, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Database, embeddedDatabase, openPostgres } from "#db/client.ts";
import { repeatingPages } from "#server/cli/repeated-pages.ts";
import { startPostgres } from "#tests/support/postgres-server.ts";

// One of its own, so that nothing but these tests writes to it.
let db: Database;
beforeAll(async () => {
  db = embeddedDatabase(await PGlite.create(), () => {});
  await db.run("CREATE TABLE people (name text)");
});
afterAll(() => db.close());

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const write = (to = db) => to.run("INSERT INTO people VALUES ('somebody')");

/** A server whose pages count how often they were rendered, and the people there are; its clock goes when it is told to. */
async function serving(from: Pick<Database, "run"> = db, told: Pick<Database, "run"> = from) {
  const seen = { renderings: 0, now: 0, held: Promise.resolve() };
  const page: RequestListener = async (request, response) => {
    seen.renderings++;
    const [row] = await from.run("SELECT count(*)::int AS people FROM people");
    await seen.held;
    if (request.url === "/cookie") response.setHeader("set-cookie", "seen=1");
    response.statusCode = request.url === "/missing" ? 404 : 200;
    response.setHeader("content-type", request.url === "/data" ? "application/json" : "text/html; charset=utf-8");
    response.setHeader("x-frame-options", "DENY");
    if (request.url === "/long") response.write("x".repeat(50_000_000));
    if (request.url === "/headers") response.write(JSON.stringify(request.headers));
    response.write(`people: ${row?.people}, `);
    response.end(`renderings: ${seen.renderings}`);
  };
  const server = createServer(repeatingPages(page, told, () => seen.now));
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = async (path: string, init?: RequestInit) => {
    const response = await fetch(origin + path, init);
    return { text: await response.text(), status: response.status, headers: response.headers };
  };
  return { origin, seen, read };
}

describe("a page that nobody signed in asks for", () => {
  test("is rendered once while nothing changes, with the same status and headers", async () => {
    const { seen, read } = await serving();
    for (const path of ["/", "/missing"]) {
      const [first, again] = [await read(path), await read(path)];
      expect([again.text, again.status]).toEqual([first.text, first.status]);
      expect(again.headers.get("x-frame-options")).toBe("DENY");
      expect(again.headers.get("content-type")).toBe("text/html; charset=utf-8");
    }
    expect(seen.renderings).toBe(2);
  });

  test("is rendered anew as soon as a row has been written", async () => {
    const { seen, read } = await serving();
    for (const renderings of [1, 2, 3]) {
      await write();
      const [row] = await db.run("SELECT count(*)::int AS people FROM people");
      expect((await read("/")).text).toBe(`people: ${row?.people}, renderings: ${renderings}`);
      await read("/");
    }
    expect(seen.renderings).toBe(3);
  });

  test("is rendered anew when another process has written", async () => {
    const postgres = await startPostgres();
    const [one, other] = [await openPostgres(postgres.url), await openPostgres(postgres.url)];
    try {
      await one.run("CREATE TABLE people (name text)");
      const { read } = await serving(one);
      for (const people of [0, 1, 2]) {
        expect((await read("/")).text).toContain(`people: ${people}`);
        await write(other);
      }
    } finally {
      await Promise.all([one.close(), other.close()]);
      await postgres.stop();
    }
  });

  test("is rendered anew after a while, since pages tell the time", async () => {
    const { seen, read } = await serving();
    await read("/");
    seen.now = 1_900;
    await read("/");
    expect(seen.renderings).toBe(1);
    seen.now = 2_100;
    await read("/");
    expect(seen.renderings).toBe(2);
  });

  test("is rendered once for all who ask at the same time", async () => {
    const { seen, read } = await serving();
    const all = await Promise.all(Array.from({ length: 20 }, () => read("/")));
    expect([seen.renderings, new Set(all.map(({ text }) => text)).size]).toEqual([1, 1]);
  });

  test("is rendered once for the others too when the one who asked first leaves", async () => {
    const { origin, seen, read } = await serving();
    const end = Promise.withResolvers<void>();
    seen.held = end.promise;
    const first = get(origin, { headers: { "accept-encoding": "gzip, deflate" } }).on("error", () => {});
    while (seen.renderings === 0) await sleep(5);
    const others = Promise.all(Array.from({ length: 5 }, () => read("/")));
    first.destroy();
    end.resolve();
    expect((await others).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(seen.renderings).toBe(1);
  });

  test("waits for nobody's connection: one reader who does not read keeps it from no other", async () => {
    const { origin, seen, read } = await serving();
    const { port, host } = new URL(origin);
    // Nothing is read of this connection, and the page is asked for behind an answer that no window takes in.
    const stalled = connect({ port: Number(port), host: "127.0.0.1" }).pause();
    const asking = (path: string, more = "") =>
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip, deflate\r\n${more}\r\n`;
    stalled.write(asking("/long", "Cookie: mine=1\r\n") + asking("/"));
    while (seen.renderings < 2) await sleep(5);
    const texts = await Promise.all(Array.from({ length: 3 }, () => read("/")));
    expect(texts.map(({ text }) => text)).toEqual(Array(3).fill(expect.stringMatching(/^people: \d+, renderings: 2$/)));
    stalled.destroy();
  });

  test.each([
    ["content-security-policy", "script-src 'nonce-chosen-by-me'"],
    ["content-security-policy-report-only", "script-src 'nonce-chosen-by-me'"],
    ["user-agent", "Googlebot"],
    ["accept-language", "fa"],
    ["x-forwarded-host", "evil.example"],
    ["x-middleware-subrequest", "proxy:proxy:proxy"],
    ["x-nextjs-data", "forged-data"],
    ["next-action", "forged-action"],
    ["purpose", "prefetch"],
    ["referer", "https://evil.example"],
  ])("depends on nothing that its readers send beside what tells pages apart: %s", async (name, value) => {
    const { seen, read } = await serving();
    const { text } = await read("/headers", { headers: { [name]: value } });
    expect(text).not.toContain(value);
    expect((await read("/headers")).text).toBe(text);
    expect(seen.renderings).toBe(1);
  });
});

describe("what is somebody's own is never repeated", () => {
  test.each([
    ["a session", { headers: { cookie: "next-auth.session-token=abc" } }],
    ["any other cookie", { headers: { cookie: "theme=dark; other=1" } }],
    ["a stretch of bytes", { headers: { range: "bytes=0-9" } }],
    ["an act", { method: "POST" }],
  ])("%s", async (_, init) => {
    const { seen, read } = await serving();
    await read("/");
    await read("/", init);
    await read("/", init);
    expect(seen.renderings).toBe(3);
  });

  test.each(["/cookie", "/data", "/api/trpc/question.list", "/icon.svg?v=2"])("the answer to %s", async (path) => {
    const { seen, read } = await serving();
    await Promise.all([read(path), read(path), read(path)]);
    expect(seen.renderings).toBe(3);
  });

  test("light and dark, each encoding and each part of a page have a rendering of their own", async () => {
    const { seen, read } = await serving();
    const kinds = [
      {},
      { cookie: "theme=dark" },
      { cookie: "theme=light" },
      { "accept-encoding": "identity" },
      { rsc: "1" },
      { rsc: "1", "next-router-prefetch": "1" },
      { rsc: "1", "next-router-state-tree": "from-elsewhere" },
    ];
    for (const headers of [...kinds, ...kinds]) await read("/", { headers });
    expect(seen.renderings).toBe(kinds.length);
  });
});

test("what these tests would catch: a page repeated without a look at the database", async () => {
  const { read } = await serving(db, { run: async () => [{ state: "the same" }] });
  const before = await read("/");
  await write();
  expect((await read("/")).text).toBe(before.text);
});

test("where the database cannot be asked, the page answers for itself", async () => {
  const { seen, read } = await serving(db, { run: () => Promise.reject(new Error("no connection")) });
  await read("/");
  expect([(await read("/")).status, seen.renderings]).toEqual([200, 2]);
});
