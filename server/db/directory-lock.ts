import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another process has the embedded database open. */
export class DirectoryInUseError extends Error {
  readonly pid: number;

  constructor(directory: string, pid: number) {
    super(
      `The data directory ${directory} is in use by process ${pid}. The embedded database takes one process at a time: ` +
        "stop that process, choose another PARLEY_DATA_DIR, or set DATABASE_URL to a Postgres server.",
    );
    this.name = "DirectoryInUseError";
    this.pid = pid;
  }
}

/** When a process started, from the kernel where it tells; a process number alone may be a newer stranger's. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function holderOf(file: string): number | undefined {
  try {
    const [pid = Number.NaN, start] = readFileSync(file, "utf8")
      .split(" ")
      .map((part, i) => (i ? part : Number(part))) as [number, string];
    const holds = Number.isInteger(pid) && isAlive(pid) && startOf(pid) === (start ?? "");
    return holds ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the directory for this process, or throws `DirectoryInUseError`. A lock left by a killed process is taken over. */
export function claimDirectory(directory: string): () => void {
  const file = join(directory, "lock");
  const mine = `${process.pid} ${startOf(process.pid)}`;
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, mine, { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt > 3) throw error;
      const holder = holderOf(file);
      if (holder !== undefined) throw new DirectoryInUseError(directory, holder);
      rmSync(file, { force: true });
    }
  }
}
