import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { madeBundle } from "#tests/support/made-bundle.ts";
import type { Benchmark, Figure } from "./benchmark.ts";

const SIZES = { questions: 600, forecasters: 300, forecastsEach: 250 };

/** `parley score` on a file of 150,000 forecasts of every type: the whole process, from its start to its last byte. */
export const scoreBundleBenchmark: Benchmark = {
  name: "score-bundle-150k",
  groups: ["scoring"],
  run() {
    const directory = mkdtempSync(join(tmpdir(), "parley-bench-"));
    const [file, out] = [join(directory, "bundle.json"), join(directory, "scores.json")];
    writeFileSync(file, JSON.stringify(madeBundle(SIZES)));
    const command = ["server/cli/bootstrap/parley.ts", "score", "--bundle", file, "--out", out];
    const begun = performance.now();
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    const ended = performance.now();
    const megabytes = statSync(file).size / 2 ** 20;
    rmSync(directory, { recursive: true, force: true });
    if (status !== 0) throw new Error(stderr);
    const n = SIZES.questions * SIZES.forecastsEach;
    const figures: Figure[] = [
      { name: "score-bundle-150k", n, value: ended - begun, unit: "ms", ratio: null, baseline: null },
      { name: "score-bundle-150k file", n, value: megabytes, unit: "MiB", ratio: null, baseline: null },
    ];
    return figures;
  },
};
