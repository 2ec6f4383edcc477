import type { ServerResponse } from "node:http";

/** A short answer that nobody keeps. */
export function answerText(
  response: ServerResponse,
  status: number,
  { type, text, headers = {} }: { type: string; text: string; headers?: Record<string, string> },
): void {
  const body = Buffer.from(text);
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "content-length": body.length,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
