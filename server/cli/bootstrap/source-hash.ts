import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Made from the rest, or never part of a page. */
const LEFT_OUT = ["server/db/generated", "server/cli", "server/jobs", "server/operations"];

function filesUnder(path: string): string[] {
  if (!existsSync(path) || LEFT_OUT.includes(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** One hash of all that a generated thing is made from: the files, the packages, and where and on what it runs. */
export function sourceHash(paths: readonly string[]): string {
  const hash = createHash("sha256").update([process.cwd(), process.version, process.platform, process.arch].join("\n"));
  for (const file of ["package-lock.json", ...paths].flatMap(filesUnder)) {
    hash.update(`\n${file}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Makes a thing anew when the file that tells what it was made from says otherwise; writes that file when done. */
export function makeWhenStale(stampFile: string, hash: string, make: () => void): void {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return;
  // Gone while it is made anew, so that what was left half made is never taken for whole.
  rmSync(stampFile, { force: true });
  make();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
}
