import { createHash } from "node:crypto";
import type { RequestListener } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outbound } from "#services/outbound.ts";
import { readPage } from "#services/source-page/read-page.ts";
import { type PageServer, servePages } from "#tests/support/page-server.ts";

const HTML = { "content-type": "text/html" };
const BOMB = gzipSync(Buffer.alloc(60_000_000));
const WORDS = Buffer.from("<title>Envoys meet</title>");
const sent = (body: Buffer | string, headers: Record<string, string> = {}): RequestListener => {
  return (_, response) => void response.writeHead(200, { ...HTML, ...headers }).end(body);
};
const sentOn = (location: string): RequestListener => {
  return (_, response) => void response.writeHead(302, { location, "set-cookie": "id=1; Path=/" }).end();
};
const trickled: RequestListener = (request, response) => {
  response.writeHead(200, HTML);
  const drip = setInterval(() => response.write("."), 10);
  request.once("close", () => clearInterval(drip));
};
/** Megabytes without an end. */
const poured: RequestListener = (_, response) => {
  response.writeHead(200, HTML);
  const pour = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, "x")));
  };
  response.on("drain", pour);
  pour();
};

const PATHS: Record<string, RequestListener> = {
  "/page": sent(WORDS),
  "/silent": () => undefined,
  "/trickled": trickled,
  "/poured": poured,
  "/full": sent(Buffer.alloc(1_000_000, "x")),
  "/over": sent(Buffer.alloc(1_000_001, "x")),
  "/gzip": sent(gzipSync(WORDS), { "content-encoding": "gzip" }),
  "/deflate": sent(deflateSync(WORDS), { "content-encoding": "deflate" }),
  "/br": sent(brotliCompressSync(WORDS), { "content-encoding": "br" }),
  "/bomb": sent(BOMB, { "content-encoding": "gzip" }),
  "/broken": sent("no gzip", { "content-encoding": "gzip" }),
  "/twice": sent(gzipSync(gzipSync(WORDS)), { "content-encoding": "gzip, gzip" }),
  "/zstd": sent("?", { "content-encoding": "zstd" }),
  "/gone": (_, response) => void response.writeHead(404, HTML).end("Gone"),
  "/cut": (_, response) => {
    response.writeHead(200, { ...HTML, "content-length": "100" });
    response.write("half", () => response.destroy());
  },
  "/pdf": sent("%PDF", { "content-type": "application/pdf" }),
  "/svg": sent("<svg/>", { "content-type": "image/svg+xml" }),
  "/json": sent("{}", { "content-type": "application/json" }),
  "/xhtml": sent(WORDS, { "content-type": "application/xhtml+xml; charset=utf-8" }),
  "/text": sent("Words", { "content-type": "Text/Plain" }),
  "/untyped": (_, response) => void response.writeHead(200).end("x"),
  "/1": sentOn("/page"),
  "/2": sentOn("/1"),
  "/3": sentOn("http://other.example.org/2"),
  "/4": sentOn("/3"),
  "/round": sentOn("/round"),
};

let pages: PageServer;
beforeAll(async () => {
  pages = await servePages((request, response) => PATHS[request.url ?? ""]?.(request, response));
});
afterAll(() => pages.close());
const read = (path: string, changes: Partial<Outbound> = {}) =>
  readPage(`http://news.example.org${path}`, { ...pages.outbound, ...changes });

describe("I6: a page is read within limits", () => {
  test.each([
    ["/silent", "page_must_answer_in_time"],
    ["/trickled", "page_must_answer_in_time"],
  ])("of time: %s", async (path, code) => {
    await expect(read(path, { deadlineMs: 300 })).rejects.toMatchObject({ code });
  });

  test("of time, also while its name is looked up", async () => {
    const resolve = () => new Promise<never>(() => undefined);
    await expect(read("/page", { deadlineMs: 100, resolve })).rejects.toMatchObject({
      code: "page_must_answer_in_time",
    });
  });

  test.each(["/over", "/poured", "/bomb"])("of size: %s is given up", async (path) => {
    await expect(read(path)).rejects.toMatchObject({ code: "page_must_stay_within_size" });
  });

  test("of size, which a page may fill; and the bomb is one that only the limit stops", async () => {
    expect((await read("/full")).body).toHaveLength(1_000_000);
    expect(BOMB.length).toBeLessThan(100_000);
    expect((await read("/bomb", { maxBytes: 60_000_000 })).body).toHaveLength(60_000_000);
  });

  test.each(["/gzip", "/deflate", "/br"])(
    "%s is read though it was not asked for, with the hash of its words",
    async (path) => {
      const sha256 = createHash("sha256").update(WORDS).digest("hex");
      expect(await read(path)).toMatchObject({ body: WORDS, sha256, mediaType: "text/html" });
      expect(pages.requests.at(-1)?.headers["accept-encoding"]).toBe("identity");
    },
  );

  test.each([
    ["/broken", "page_must_answer"],
    ["/cut", "page_must_answer"],
    ["/gone", "page_must_answer"],
    ["/twice", "page_must_be_text"],
    ["/zstd", "page_must_be_text"],
    ["/pdf", "page_must_be_text"],
    ["/svg", "page_must_be_text"],
    ["/json", "page_must_be_text"],
    ["/untyped", "page_must_be_text"],
    ["/4", "page_must_redirect_within_limit"],
    ["/round", "page_must_redirect_within_limit"],
  ])("%s is refused: %s", async (path, code) => {
    await expect(read(path)).rejects.toMatchObject({ code });
  });

  test.each(["/xhtml", "/text"])("%s is a page as well", async (path) => {
    expect(await read(path)).toMatchObject({ status: 200 });
  });

  test("by https the name is left to the certificate, while the connection goes to the address that was checked", async () => {
    const hello: Buffer[] = [];
    const server = createServer((socket) => {
      socket.once("data", (bytes) => {
        hello.push(bytes);
        socket.destroy();
      });
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address() as AddressInfo;
    const outbound = { ...pages.outbound, route: () => ({ address: "127.0.0.1", port }) };
    const refused = readPage("https://gazette.example.org./", outbound);
    await expect(refused).rejects.toMatchObject({ code: "page_must_answer" });
    const said = Buffer.concat(hello);
    expect([said[0], said.includes("gazette.example.org"), said.includes("gazette.example.org.")]).toEqual([
      22,
      true,
      false,
    ]);
    await new Promise((closed) => server.close(closed));
  });

  test("no server is no answer", async () => {
    const resolve = () => Promise.reject(new Error("ENOTFOUND"));
    await expect(read("/page", { resolve })).rejects.toMatchObject({ code: "page_must_answer" });
    const route = () => ({ address: "127.0.0.1", port: 1 });
    await expect(read("/page", { route })).rejects.toMatchObject({ code: "page_must_answer" });
  });

  test("three redirects are followed, with nothing told but what a page needs, least of all a cookie", async () => {
    const before = pages.requests.length;
    expect(await read("/3")).toMatchObject({ finalUrl: "http://other.example.org/page" });
    const asked = pages.requests.slice(before);
    expect(asked.map(({ url, headers }) => `${headers.host}${url}`)).toEqual([
      "news.example.org/3",
      "other.example.org/2",
      "other.example.org/1",
      "other.example.org/page",
    ]);
    const told = new Set(asked.flatMap(({ headers }) => Object.keys(headers)));
    expect([...told].sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
    expect(asked.every(({ headers }) => headers["user-agent"] === "Parley")).toBe(true);
  });
});
