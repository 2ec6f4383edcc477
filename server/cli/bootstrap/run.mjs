/**
 * `node server/cli/bootstrap/run.mjs SCRIPT [ARGUMENT…]` runs one of Parley's scripts on a machine that may have nothing
 * but some Node ≥ 20 with npm: it installs the packages when they are missing or older than the lock file, then goes on
 * with the Node that is one of them.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { areInstalled, installPackages, pinnedNode } from "./packages.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(
    `Parley needs Node 20 or later to start; this is Node ${process.versions.node}. See https://nodejs.org.`,
  );
  process.exit(1);
}
process.chdir(root);
if (!areInstalled(root)) installPackages(root);

// npm hands a signal to the shell between it and this process, and no further: when that is gone, this stops also.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
}, 500).unref();

const [script, ...rest] = process.argv.slice(2);
const node = pinnedNode(root);
if (process.version === node.version) {
  process.argv = [process.execPath, resolve(script), ...rest];
  await import(pathToFileURL(resolve(script)).href);
} else {
  const child = spawn(node.path, [script, ...rest], { stdio: "inherit" });
  // A signal from the terminal reaches the child by itself; one sent to this process is handed on.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (status, signal) => process.exit(status ?? 128 + constants.signals[signal]));
}
