import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Each process that runs, with the one that started it. */
function everyProcess(): { id: number; parentId: number }[] {
  if (!existsSync("/proc/self/stat")) {
    const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
    return listed
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number))
      .map(([id = 0, parentId = 0]) => ({ id, parentId }));
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name of the program stands in brackets before these, and may hold anything.
        const [, parentId] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
        return [{ id: Number(name), parentId: Number(parentId) }];
      } catch {
        // It has ended since the list was made.
        return [];
      }
    });
}

/** The processes that a process has started and that still run. */
export function childrenOf(id: number): number[] {
  return everyProcess().flatMap((process) => (process.parentId === id ? [process.id] : []));
}
