import type { RequestListener } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { withDefaultHeaders } from "#server/cli/default-headers.ts";
import { answerOutage } from "#server/operations/outage-notice.ts";
import { wrongHeaders } from "#tests/support/answer-headers.ts";
import { type LocalServer, localServer } from "#tests/support/local-server.ts";

const opened: LocalServer[] = [];
afterEach(() => {
  for (const { server } of opened.splice(0)) server.close().closeAllConnections();
});

async function headersOf(answer: RequestListener, origin = "http://localhost:3000"): Promise<Headers> {
  const served = await localServer(withDefaultHeaders(answer, () => origin));
  opened.push(served);
  return (await fetch(served.origin)).headers;
}

describe("the headers of every answer", () => {
  test("are there where whoever answers says nothing of them", async () => {
    const headers = await headersOf((_, response) => void response.end("x"));
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "cache-control": "private, no-store",
    });
  });

  test("are left as they were said, before or with the status", async () => {
    const headers = await headersOf((_, response) => {
      response.setHeader("content-security-policy", "default-src 'self'");
      response.writeHead(200, { "Cache-Control": "public, max-age=60" }).end();
    });
    expect(headers.get("content-security-policy")).toBe("default-src 'self'");
    expect(headers.get("cache-control")).toBe("public, max-age=60");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("are there on the page that says that the database is gone, which has neither scripts nor, here, an id", async () => {
    const headers = await headersOf((request, response) => answerOutage(request, response));
    expect(wrongHeaders({}, { headers: Object.fromEntries(headers), text: "" })).toEqual(["x-request-id"]);
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  test("ask for encryption from then on where the address is encrypted, and only there", async () => {
    const answer: RequestListener = (_, response) => void response.end();
    expect((await headersOf(answer)).get("strict-transport-security")).toBeNull();
    const encrypted = await headersOf(answer, "https://parley.example");
    expect(encrypted.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
  });
});
