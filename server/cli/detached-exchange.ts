import { IncomingMessage, type OutgoingHttpHeaders, type RequestListener, ServerResponse } from "node:http";
import { Socket } from "node:net";

type Headers = IncomingMessage["headers"];

/** An answer, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** A request with the method and the address of another, other headers, and a body that has been read already. */
export function requestLike(
  { method, url, httpVersion, socket }: IncomingMessage,
  { headers, body, from = socket }: { readonly headers: Headers; readonly body?: Buffer; readonly from?: Socket },
): IncomingMessage {
  const request = new IncomingMessage(from);
  const rawHeaders = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one) => [name, one]),
  );
  Object.assign(request, { method, url, httpVersion, headers, rawHeaders, complete: true });
  if (body && body.length > 0) request.push(body);
  request.push(null);
  return request;
}

/**
 * What is answered to such a request, without a connection: it is made at the speed of the server, and by nobody's reading.
 * Null when it is longer than that.
 */
export function answerTo(
  answer: RequestListener,
  asked: IncomingMessage,
  headers: Headers,
  maxBytes: number,
): Promise<Answer | null> {
  const request = requestLike(asked, { headers, from: new Socket() });
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  let bytes = 0;
  const take = (chunk: unknown, encoding: unknown) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (chunk === null || chunk === undefined || typeof chunk === "function") return;
    const kept = Buffer.from(chunk as string, typeof encoding === "string" ? (encoding as BufferEncoding) : undefined);
    bytes += kept.length;
    if (bytes <= maxBytes) chunks.push(kept);
  };
  const tell = (given: readonly unknown[]) => {
    const callback = given.find((one) => typeof one === "function") as (() => void) | undefined;
    if (callback) process.nextTick(callback);
  };
  return new Promise((resolve, reject) => {
    response.write = ((...given: unknown[]) => {
      take(given[0], given[1]);
      tell(given);
      return true;
    }) as typeof response.write;
    response.end = ((...given: unknown[]) => {
      take(given[0], given[1]);
      tell(given);
      process.nextTick(() => {
        response.emit("finish");
        response.emit("close");
        const whole = { status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(chunks) };
        resolve(bytes > maxBytes ? null : whole);
      });
      return response;
    }) as typeof response.end;
    Promise.resolve(answer(request, response)).catch(reject);
  });
}

/** What concerns one connection, and is set anew for each. */
const OF_CONNECTION = ["connection", "date", "keep-alive", "transfer-encoding"];

/** Gives an answer that was made before to somebody who asks. */
export function giveAnswer(response: ServerResponse, { status, headers, body }: Answer): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !OF_CONNECTION.includes(name)) response.setHeader(name, value);
  }
  response.setHeader("content-length", body.length);
  response.end(body);
}
