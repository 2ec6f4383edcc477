import { afterEach, describe, expect, test } from "vitest";
import { gated, MAX_BODY_BYTES, removeHeadersForInside, withContentPolicy } from "#server/cli/request-gate.ts";
import { type LocalServer, localServer, readToEnd } from "#tests/support/local-server.ts";

const opened: LocalServer[] = [];
afterEach(() => {
  for (const { server } of opened.splice(0)) server.close().closeAllConnections();
});

/** A server that says how long the body was that reached it, and counts what did. */
async function measuring() {
  const seen = { requests: 0 };
  const served = await localServer(
    gated(async (request, response) => {
      seen.requests++;
      let bytes = 0;
      for await (const chunk of request) bytes += (chunk as Buffer).length;
      response.end(`${request.method} ${request.url} ${bytes}`);
    }),
  );
  opened.push(served);
  return { ...served, seen };
}
const chunk = (bytes: number) => `${bytes.toString(16)}\r\n${"x".repeat(bytes)}\r\n`;
const chunkedPost = "POST /act HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

describe("a body", () => {
  test("reaches the page whole, whether its length was told or not", async () => {
    const { origin, send } = await measuring();
    const body = "x".repeat(MAX_BODY_BYTES);
    expect(await (await fetch(`${origin}/act`, { method: "POST", body })).text()).toBe(`POST /act ${MAX_BODY_BYTES}`);
    const socket = await send(`${chunkedPost}${chunk(300_000)}${chunk(300_000)}0\r\n\r\n`);
    socket.end();
    expect(await readToEnd(socket)).toMatch(/POST \/act 600000$/);
    expect(await (await fetch(`${origin}/act`, { method: "POST" })).text()).toBe("POST /act 0");
  });

  test("that is too long is refused while it comes, without its end, and reaches nothing", async () => {
    const { origin, send, seen } = await measuring();
    const socket = await send(`${chunkedPost}${chunk(MAX_BODY_BYTES)}${chunk(1)}`);
    expect(await readToEnd(socket)).toMatch(/^HTTP\/1.1 413 [\s\S]*at most 1000000 bytes/);
    const told = await send(`POST /act HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${MAX_BODY_BYTES + 1}\r\n\r\n`);
    expect(await readToEnd(told)).toMatch(/^HTTP\/1.1 413 /);
    const posted = await fetch(`${origin}/act`, { method: "POST", body: "x".repeat(MAX_BODY_BYTES + 1) });
    expect(posted.status).toBe(413);
    expect(await posted.json()).toMatchObject([{ error: { json: { message: expect.stringContaining("too much") } } }]);
    expect(seen.requests).toBe(0);
  });

  test("that is broken off is answered by nobody, and the next request is", async () => {
    const { origin, send, seen } = await measuring();
    const socket = await send(`${chunkedPost}${chunk(1000)}`);
    const closed = new Promise((done) => socket.once("close", done));
    socket.destroy();
    await closed;
    expect(await (await fetch(`${origin}/next`)).text()).toBe("GET /next 0");
    expect(seen.requests).toBe(1);
  });
});

test.each(["TRACE", "PUT", "PATCH", "DELETE", "PROPFIND"])(
  "the method %s is answered with those there are",
  async (method) => {
    const { send, seen } = await measuring();
    const socket = await send(`${method} / HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(await readToEnd(socket)).toMatch(/^HTTP\/1.1 405 [\s\S]*allow: GET, HEAD, POST, OPTIONS/i);
    expect(seen.requests).toBe(0);
  },
);

test.each([
  "Content-Security-Policy",
  "Content-Security-Policy-Report-Only",
  "X-Middleware-Subrequest",
  "X-Middleware-Rewrite",
  "X-Nextjs-Data",
  "X-Invoke-Path",
  "X-Matched-Path",
  "X-Now-Route-Matches",
  "X-Prerender-Revalidate",
  "Next-Action",
  "Next-Resume",
])("nobody outside may send %s", async (name) => {
  const served = await localServer((request, response) => {
    removeHeadersForInside(request);
    response.end(JSON.stringify(request.headers));
  });
  opened.push(served);
  const kept = (await (
    await fetch(served.origin, { headers: { [name]: "forged", "Next-Url": "/", RSC: "1", Cookie: "theme=dark" } })
  ).json()) as Record<string, string>;
  expect(kept[name.toLowerCase()]).toBeUndefined();
  expect(kept).toMatchObject({ "next-url": "/", rsc: "1", cookie: "theme=dark" });
});

describe("the content security policy", () => {
  const serving = async (origin: string) => {
    const served = await localServer(
      withContentPolicy(
        (request, response) => void response.end(String(request.headers["content-security-policy"])),
        () => origin,
      ),
    );
    opened.push(served);
    return served;
  };

  test("lets only scripts with the page's own number run, which is another for each page", async () => {
    const { origin } = await serving("http://localhost:3000");
    const policies = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(origin);
        const policy = response.headers.get("content-security-policy") ?? "";
        // The framework reads the number from the request.
        expect(await response.text()).toBe(policy);
        return policy;
      }),
    );
    const [scripts = ""] = /script-src[^;]*/.exec(policies[0] ?? "") ?? [];
    expect(scripts).toMatch(/'nonce-[A-Za-z0-9+/=]{24}'/);
    expect(scripts).not.toContain("unsafe");
    expect(policies[0]).toContain("frame-ancestors 'none'");
    expect(policies[0]).not.toBe(policies[1]);
  });

  test("asks for encryption where the address is encrypted", async () => {
    const { headers } = await fetch((await serving("https://parley.example")).origin);
    expect(headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });
});
