import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Benchmark, Figure } from "./benchmark.ts";
import { fill, onPostgres } from "./databases.ts";
import { filledForecasts } from "./filled-forecasts.ts";

const SIZES = [10_000, 100_000, 1_000_000];
const MEBIBYTE = 2 ** 20;
/** Said last by the process that is measured: the most memory that it ever held, in kibibytes. */
const TELL_MEMORY = "data:text/javascript,process.on('exit',()=>console.error('most '+process.resourceUsage().maxRSS))";

/** Runs one command of the product in a process of its own: how long it took, and the most memory that it held. */
function measured(url: string, command: readonly string[]): { ms: number; mebibytes: number } {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", TELL_MEMORY, "server/cli/main.ts", ...command], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: url },
  });
  const ms = performance.now() - begun;
  const [, kibibytes] = /most (\d+)/.exec(stderr) ?? [];
  if (status !== 0 || kibibytes === undefined) throw new Error(stderr);
  return { ms, mebibytes: Number(kibibytes) / 1024 };
}

async function figuresOf(n: number): Promise<Figure[]> {
  return onPostgres(async (db) => {
    await fill(db, [
      ...filledForecasts(n),
      "INSERT INTO leaf_queue (kind, record_id) SELECT 'forecast', id::text FROM forecasts ORDER BY id",
    ]);
    const directory = mkdtempSync(join(tmpdir(), "parley-bench-"));
    const out = join(directory, "out");
    const commands = {
      json: ["export", "--out", out],
      ndjson: ["export", "--format", "ndjson", "--out", out],
      // The first time it seals what waits; what is measured then is the writing alone.
      sealing: ["export", "--record", out],
      record: ["export", "--record", out],
    };
    const figures: Figure[] = [];
    for (const [name, command] of Object.entries(commands)) {
      const { ms, mebibytes } = measured(db.url ?? "", command);
      const figure = { n, ratio: null, baseline: null };
      figures.push(
        { ...figure, name: `export-${name}`, value: ms, unit: "ms" },
        { ...figure, name: `export-${name} memory`, value: mebibytes, unit: "MiB" },
        { ...figure, name: `export-${name} file`, value: statSync(out).size / MEBIBYTE, unit: "MiB" },
      );
    }
    rmSync(directory, { recursive: true, force: true });
    return figures;
  });
}

/** `parley export` after 10,000, 100,000 and 1,000,000 forecasts: its memory must not grow with them. */
export const exportBundleBenchmark: Benchmark = {
  name: "export-bundle",
  groups: ["database", "bundle"],
  async run() {
    const figures: Figure[] = [];
    for (const n of SIZES) figures.push(...(await figuresOf(n)));
    return figures;
  },
};
