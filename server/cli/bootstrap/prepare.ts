import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { makeWhenStale, sourceHash } from "./source-hash.ts";

/** What a page is made from, with the settings of what makes it. */
const PAGE_SOURCES = [
  "app",
  "server",
  "prisma/schema",
  "public",
  "next.config.mjs",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

function runTool(script: string, given: string[], env: Record<string, string> = {}): void {
  const { status } = spawnSync(process.execPath, [script, ...given], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  if (status === 0) return;
  console.error(`\n${script} ${given.join(" ")} failed; it says why above.`);
  process.exit(1);
}

/** Writes the typed database client from prisma/schema, when that has changed. */
export function prepareClient(): void {
  const directory = "server/db/generated";
  makeWhenStale(`${directory}/.made-from`, sourceHash(["prisma/schema"]), () => {
    rmSync(directory, { recursive: true, force: true });
    // Any program will do here: generating starts no engine, but without one Prisma tries to fetch it.
    runTool("node_modules/prisma/build/index.js", ["generate", "--no-hints"], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    });
  });
}

/** Builds the pages, when something they are made from has changed. */
export function preparePages(): void {
  makeWhenStale(".next/made-from", sourceHash(PAGE_SOURCES), () => {
    console.log("Building the pages …");
    runTool("node_modules/next/dist/bin/next", ["build"], { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  });
}

/** Writes the types that Next gives to pages, which the compiler reads. */
export function preparePageTypes(): void {
  if (existsSync("next-env.d.ts") && existsSync(".next/types")) return;
  runTool("node_modules/next/dist/bin/next", ["typegen"], { NEXT_TELEMETRY_DISABLED: "1" });
}
