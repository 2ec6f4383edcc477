import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ServedParley {
  readonly origin: string;
  readonly directory: string;
  /** All lines of its log so far. */
  log(): string[];
  /** Ends the server as an operator would (SIGTERM) or as a power cut would (SIGKILL); gives its status, null when it was killed. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  /** Ends it and removes its data. */
  dispose(): Promise<void>;
}

interface Options {
  /** An existing data directory, to start again on the same data. */
  readonly directory?: string;
  readonly env?: Record<string, string>;
}

/** Reads the address from what the server prints once it answers. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((serving, failed) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Parley is at (\S+)/.exec(said)?.[1];
      if (address) serving(address);
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.once("exit", (status) => failed(new Error(`The server ended with status ${status}:\n${said}`)));
  });
}

/** Starts the built product as `npm start` does, on a port of the system's choosing and data of its own. */
export async function serveParley({
  directory = mkdtempSync(join(tmpdir(), "parley-served-")),
  env = {},
}: Options = {}): Promise<ServedParley> {
  const server = spawn(process.execPath, ["server/cli/main.ts", "serve"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      HOST: "localhost",
      PARLEY_DATA_DIR: directory,
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let logged = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    logged += chunk.toString();
  });
  const origin = await addressOf(server);
  async function stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<number | null> {
    if (server.exitCode !== null || server.signalCode !== null) return server.exitCode;
    const exit = new Promise<number | null>((done) => server.once("exit", done));
    server.kill(signal);
    return exit;
  }
  return {
    origin,
    directory,
    log: () => logged.split("\n").slice(0, -1),
    stop,
    async dispose() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
