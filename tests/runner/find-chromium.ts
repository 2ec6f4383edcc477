import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { installPackagedChromium } from "./packaged-chromium.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Something may be there and not start: a shim of a package manager that is absent, or missing libraries. */
function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function present(): string | undefined {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const places = [process.env.TEST_CHROMIUM ?? "", ...onPath, ...APPLICATIONS, chromium.executablePath()];
  return places.find(starts);
}

function attempt(command: string, given: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, given, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}

function installFromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  attempt("apt-get", ["update", "-q"]);
  attempt("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium"]);
  return present();
}

function installFromPlaywright(): string | undefined {
  attempt(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"]);
  return present();
}

/** The browser that the tests drive: the machine's own, or one installed now from the first place that has it. */
export function findChromium(): string {
  const own = present();
  if (own) return own;
  console.log("No Chromium on this machine; installing one …");
  for (const install of [installFromDebian, installPackagedChromium, installFromPlaywright]) {
    const path = install();
    if (path && starts(path)) return path;
  }
  throw new Error("No Chromium could be found or installed. Install one, or name it: TEST_CHROMIUM=/path npm test");
}
