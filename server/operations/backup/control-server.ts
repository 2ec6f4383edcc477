import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Database } from "#db/client.ts";
import { log } from "#server/log.ts";
import { answerText } from "#server/operations/answer-text.ts";
import { isSameSecret } from "#server/operations/is-same-secret.ts";
import { removeControl, writeControl } from "./control-file.ts";

const COPY = "copy-";
/** Where a copy of the database's files lies within the directory that is made for it. */
export const FILES_OF_COPY = "postgres";

function removeCopies(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (name.startsWith(COPY)) rmSync(join(directory, name), { recursive: true, force: true });
  }
}

/**
 * Lets other processes of this user have a copy of the embedded database's files, which takes one process at a time. They
 * find the way in the data directory: a port on this machine alone, and a token. The copy lies in the data directory too;
 * whoever asked for it removes it, and the next start whatever was left. Gives the function that ends it.
 */
export async function serveControl(
  directory: string,
  copyFiles: NonNullable<Database["copyFiles"]>,
): Promise<() => Promise<void>> {
  removeCopies(directory);
  const token = randomBytes(32).toString("base64url");

  async function copy(): Promise<string> {
    const place = mkdtempSync(join(directory, COPY));
    try {
      await copyFiles(join(place, FILES_OF_COPY));
      return place;
    } catch (error) {
      rmSync(place, { recursive: true, force: true });
      throw error;
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    if (!isSameSecret(given, token)) return answerText(response, 401, told({ message: "The token is wrong." }));
    if (request.method !== "POST" || request.url !== "/copy") {
      return answerText(response, 404, told({ message: "There is nothing of that name." }));
    }
    const begunAt = performance.now();
    const place = await copy();
    log.info({ ms: Math.round(performance.now() - begunAt) }, "copied the database's files for a backup");
    answerText(response, 200, told({ directory: place }));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      log.error({ err: error }, "the database's files could not be copied");
      answerText(response, 500, told({ message: error.message }));
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", listening);
  });
  writeControl(directory, { pid: process.pid, port: (server.address() as AddressInfo).port, token });
  return async () => {
    removeControl(directory);
    server.closeAllConnections();
    await new Promise<void>((closed) => server.close(() => closed()));
  };
}

/** Nobody asks twice on one connection. */
function told(value: { directory: string } | { message: string }) {
  return { type: "application/json", text: JSON.stringify(value), headers: { connection: "close" } };
}
