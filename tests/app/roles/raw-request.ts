import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Sends a request with its path as it is written: a client of the web would mend it first. Follows nothing. */
export function rawRequest(
  origin: string,
  { path, headers = {}, method = "GET" }: { path: string; headers?: Record<string, string>; method?: string },
): Promise<RawAnswer> {
  return new Promise((answered, failed) => {
    const sent = request(origin, { path, headers, method, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        answered({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.once("error", failed);
    sent.end();
  });
}
