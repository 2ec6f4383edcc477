import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { framesOfClient, isAnswerWhole, refusedInPlaceOf, terminating } from "./postgres-frames.ts";

/**
 * What befalls a statement on its way to Postgres: Postgres itself refuses it, with what it says when its disk is full, or ends the
 * connection, as when it is told to; the connection is cut before the statement arrives, while it is worked on, or when its answer is there and has not been handed
 * on; statement and answer come late; or nothing comes any more, on a connection that stays open.
 */
export type Fate = "refused" | "terminated" | "cut before" | "cut during" | "cut after" | "late" | "silent";

/** One statement that passes, on whichever connection. */
export interface Passing {
  readonly text: string;
}

export interface PostgresProxy {
  readonly url: string;
  /** Decides what befalls each statement from now on; nothing, when it gives nothing. */
  decide(fateOf: (statement: Passing) => Fate | undefined): void;
  /** Whether anything passes at all. New connections are taken all the same, and hear nothing; those of before never do again. */
  setSilent(isSilent: boolean): void;
  /** Connections through it that are open now. */
  connections(): number;
  close(): Promise<void>;
}

const LATE_MS = 30;

/** What holds for every connection. */
interface Rules {
  fateOf: (statement: Passing) => Fate | undefined;
  isSilent: boolean;
  /** How often it fell silent: a connection that lived through it stays silent for good. */
  silences: number;
}

/** One client, and its own connection to Postgres. Of its statements one is under way at a time. */
function relay(client: Socket, server: Socket, rules: Rules): void {
  const born = rules.silences;
  let isDumb = false;
  const hearsNothing = () => {
    isDumb ||= rules.isSilent || rules.silences > born;
    return isDumb;
  };
  let onAnswer: ((chunk: Buffer) => void) | undefined;
  const cut = (how: "resetAndDestroy" | "destroy" = "destroy") => {
    client[how]();
    server.destroy();
  };

  /** Sends a statement and waits for its whole answer, which nobody gets. */
  function answered(bytes: Buffer): Promise<void> {
    return new Promise((done) => {
      let heard = Buffer.alloc(0);
      onAnswer = (chunk) => {
        heard = Buffer.concat([heard, chunk]);
        if (isAnswerWhole(heard)) done();
      };
      server.once("close", () => done());
      server.write(bytes);
    });
  }

  const befalls: Record<Fate, (bytes: Buffer, text: string) => unknown> = {
    refused: (_, text) => server.write(refusedInPlaceOf(text)),
    "cut before": () => cut(),
    terminated: () => server.write(terminating()),
    // Postgres reads on what it has, and does it, though nobody is there to hear.
    "cut during": (bytes) => server.write(bytes, () => cut("resetAndDestroy")),
    "cut after": (bytes) => answered(bytes).then(() => cut("resetAndDestroy")),
    late: (bytes) => sleep(LATE_MS).then(() => server.write(bytes)),
    silent: () => {
      isDumb = true;
    },
  };
  const frames = framesOfClient();
  client.on("data", (chunk) => {
    for (const { bytes, text } of frames(chunk)) {
      if (hearsNothing()) continue;
      const fate = text === undefined ? undefined : rules.fateOf({ text });
      if (fate && text !== undefined) befalls[fate](bytes, text);
      else server.write(bytes);
    }
  });
  server.on("data", (chunk) => {
    if (onAnswer) onAnswer(chunk);
    else if (!hearsNothing()) client.write(chunk);
  });
  for (const socket of [client, server]) {
    socket.setNoDelay(true);
    socket.on("error", () => {});
    socket.once("close", () => cut());
  }
}

/** Stands between clients and one Postgres on this machine, and knows where a statement ends. */
export async function postgresProxy(postgresUrl: string): Promise<PostgresProxy> {
  const { hostname: host, port: postgresPort } = new URL(postgresUrl);
  const rules: Rules = { fateOf: () => undefined, isSilent: false, silences: 0 };
  const open = new Set<Socket>();
  const listener = createServer((client) => {
    open.add(client);
    client.once("close", () => open.delete(client));
    relay(client, connect({ host, port: Number(postgresPort) }), rules);
  });
  await new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening));
  const { port } = listener.address() as AddressInfo;
  return {
    url: Object.assign(new URL(postgresUrl), { port: String(port) }).href,
    decide(fateOf) {
      rules.fateOf = fateOf;
    },
    setSilent(isSilent) {
      rules.isSilent = isSilent;
      if (isSilent) rules.silences++;
    },
    connections: () => open.size,
    async close() {
      const closed = new Promise((done) => listener.close(done));
      for (const client of open) client.destroy();
      await closed;
    },
  };
}
