import { createServer, type RequestListener } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { drainable } from "#server/cli/draining.ts";
import { localServer, readToEnd } from "#tests/support/local-server.ts";

const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

async function draining(answer: RequestListener, withinMs?: number) {
  const server = createServer();
  const drain = drainable(server, withinMs);
  return { ...(await localServer(answer, server)), drain };
}

test("what is being answered is answered to its last byte, and then its connection ends", async () => {
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const body = Buffer.alloc(80_000_000, "x");
  const { send, drain } = await draining(async (_, response) => {
    started.resolve();
    await finish.promise;
    response.end(body);
  });
  const socket = await send(request("/"));
  await started.promise;
  const stopped = drain();
  finish.resolve();
  let bytes = 0;
  socket.on("data", (chunk) => {
    bytes += chunk.length;
  });
  await new Promise((closed) => socket.once("close", closed));
  await stopped;
  expect(bytes).toBeGreaterThan(80_000_000);
});

test("an answer that is on its way already comes whole", async () => {
  const sent = Promise.withResolvers<void>();
  const { send, drain } = await draining((_, response) => {
    response.end(Buffer.alloc(80_000_000, "x"), () => {});
    setImmediate(sent.resolve);
  });
  const socket = (await send(request("/"))).pause();
  await sent.promise;
  const stopped = drain();
  const text = await readToEnd(socket.resume());
  await stopped;
  expect(text.length).toBeGreaterThan(80_000_000);
});

test("connections with nothing under way, half a head or half a body hold nothing up", async () => {
  let asked = 0;
  let connections = 0;
  const { server, send, drain } = await draining((request, response) => {
    asked++;
    request.on("error", () => {});
    request.resume().once("end", () => response.end("whole"));
  }, 60_000);
  server.on("connection", () => connections++);
  const kept = await send(request("/kept"));
  await new Promise((answered) => kept.once("data", answered));
  const half = [
    await send("GET / HTTP/1.1\r\nHost: local"),
    await send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf"),
    await send(""),
  ];
  const ended = Promise.all([kept, ...half].map((socket) => new Promise((closed) => socket.once("close", closed))));
  for (const socket of half) socket.resume();
  // The server has seen every one of them before it is told to stop.
  while (connections < 4 || asked < 2) await sleep(5);
  await drain();
  await ended;
});

test("what takes longer than it may is ended", async () => {
  const started = Promise.withResolvers<void>();
  const { send, drain } = await draining(() => started.resolve(), 50);
  const socket = await send(request("/never"));
  await started.promise;
  await drain();
  expect(await readToEnd(socket.resume())).toBe("");
});

test("no new connection is taken", async () => {
  const { origin, drain } = await draining((_, response) => void response.end("here"));
  expect(await (await fetch(origin)).text()).toBe("here");
  await drain();
  await expect(fetch(origin)).rejects.toThrow();
});
