import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { MIMEType } from "node:util";
import { DomainError, ensure } from "#core/errors.ts";
import type { Outbound } from "#services/outbound.ts";
import { askPage } from "./ask-page.ts";
import { pageAddress } from "./page-address.ts";
import { pageBody } from "./page-body.ts";
import { publicTarget } from "./public-target.ts";

const READABLE = ["text/html", "application/xhtml+xml", "text/plain"];
const REDIRECTS = [301, 302, 303, 307, 308];

/** A page as it was served. */
export interface ReadPage {
  /** Where it was, after redirects. */
  readonly finalUrl: string;
  readonly status: number;
  readonly mediaType: string;
  /** The encoding of its characters, when its server says. */
  readonly charset: string | null;
  readonly body: Buffer;
  /** Of the body. */
  readonly sha256: string;
}

/**
 * Reads one page of the public web, or throws the rule it breaks. What is asked for is checked three times: the address, the
 * server that it stands for, and both again at every redirect.
 */
export async function readPage(address: string, outbound: Outbound): Promise<ReadPage> {
  const signal = AbortSignal.timeout(outbound.deadlineMs);
  try {
    let url = pageAddress(address, outbound.ports);
    for (let redirects = 0; ; redirects++) {
      const response = await askPage(url, await publicTarget(url, outbound, signal), signal);
      const location = REDIRECTS.includes(response.statusCode ?? 0) ? response.headers.location : undefined;
      if (location === undefined) return await served(url, response, outbound);
      response.destroy();
      const isWithin = redirects < outbound.maxRedirects;
      ensure(isWithin, "page_must_redirect_within_limit", { max: outbound.maxRedirects, field: "url" });
      url = pageAddress(location, outbound.ports, url);
    }
  } catch (error) {
    throw failureOf(error, signal, outbound);
  }
}

async function served(url: URL, response: IncomingMessage, { maxBytes }: Outbound): Promise<ReadPage> {
  try {
    const status = response.statusCode ?? 0;
    const isFound = status >= 200 && status < 300;
    ensure(isFound, "page_must_answer", { reason: "status", status, field: "url" });
    const type = mediaTypeOf(response.headers["content-type"]);
    const isReadable = type !== undefined && READABLE.includes(type.essence);
    ensure(isReadable, "page_must_be_text", { reason: "other_type", type: type?.essence ?? null, field: "url" });
    const body = await pageBody(response, maxBytes);
    const sha256 = createHash("sha256").update(body).digest("hex");
    const charset = type.params.get("charset");
    return { finalUrl: url.href, status, mediaType: type.essence, charset, body, sha256 };
  } finally {
    response.destroy();
  }
}

function mediaTypeOf(header: string | undefined): MIMEType | undefined {
  try {
    return header === undefined ? undefined : new MIMEType(header);
  } catch {
    return undefined;
  }
}

/** What went wrong, in words for whoever asked: nothing of our own network shows. */
function failureOf(error: unknown, signal: AbortSignal, { deadlineMs }: Outbound): DomainError {
  if (error instanceof DomainError) return error;
  if (signal.aborted) {
    return new DomainError("page_must_answer_in_time", { seconds: deadlineMs / 1000, field: "url" });
  }
  return new DomainError("page_must_answer", { reason: "unreachable", field: "url" });
}
