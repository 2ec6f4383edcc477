import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { DomainError } from "#core/errors.ts";

const DECODERS = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

/**
 * The bytes of a page, any compression undone (it was not asked for, but some servers compress whatever is asked). Counted on
 * both sides of it while they come in: nothing is read much beyond the limit, and a bomb ends there.
 */
export async function pageBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of decoded(response, maxBytes)) chunks.push(chunk);
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function decoded(response: IncomingMessage, maxBytes: number): AsyncIterable<Buffer> {
  const received = upTo(maxBytes, response);
  const coding = response.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (coding === "identity" || coding === "") return received;
  const decoder = Object.hasOwn(DECODERS, coding) ? DECODERS[coding as keyof typeof DECODERS]() : undefined;
  if (!decoder) throw new DomainError("page_must_be_text", { reason: "compressed", field: "url" });
  // What fails on the way comes out of the decoder, which is read below.
  pipeline(received, decoder, () => undefined);
  return upTo(maxBytes, decoder);
}

async function* upTo(maxBytes: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new DomainError("page_must_stay_within_size", { maxBytes, field: "url" });
    }
    yield chunk;
  }
}
