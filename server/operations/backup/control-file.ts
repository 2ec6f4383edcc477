import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** How another process of this machine's same user speaks to the one that has the embedded database open. */
const control = z.strictObject({
  pid: z.number().int(),
  port: z.number().int(),
  /** Whoever can read the data directory knows it; nobody else does. */
  token: z.string(),
});
export type Control = z.infer<typeof control>;

const fileIn = (directory: string) => join(directory, "control.json");

/** Writes how to reach this process, for the owner of the data directory alone. */
export function writeControl(directory: string, told: Control): void {
  rmSync(fileIn(directory), { force: true });
  writeFileSync(fileIn(directory), JSON.stringify(told), { flag: "wx", mode: 0o600 });
}

export function removeControl(directory: string): void {
  rmSync(fileIn(directory), { force: true });
}

/** How to reach the process that has the data directory open; undefined when none said so. */
export function readControl(directory: string): Control | undefined {
  try {
    return control.safeParse(JSON.parse(readFileSync(fileIn(directory), "utf8"))).data;
  } catch {
    return undefined;
  }
}
