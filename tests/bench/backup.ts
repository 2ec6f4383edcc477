import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedDatabase, openPostgres } from "#db/client.ts";
import { openEmbedded } from "#db/embedded.ts";
import { backupText } from "#server/operations/backup/backup-text.ts";
import { openBackup } from "#server/operations/backup/read-backup.ts";
import { restoreBackup } from "#server/operations/backup/restore-backup.ts";
import { writeBackup } from "#server/operations/backup/write-backup.ts";
import type { Benchmark, Figure } from "./benchmark.ts";
import { type BenchDatabase, fill, onBoth } from "./databases.ts";
import { filledForecasts } from "./filled-forecasts.ts";

const FORECASTS = 100_000;

/** An empty database of the same kind as another, gone after the work. */
async function onEmptyLike<T>(
  like: BenchDatabase,
  directory: string,
  work: (db: Pick<BenchDatabase, "alone">) => Promise<T>,
) {
  if (like.url !== null) {
    await like.run("CREATE DATABASE restored");
    const db = await openPostgres(Object.assign(new URL(like.url), { pathname: "/restored" }).href);
    return work(db).finally(() => db.close());
  }
  const { client, release } = await openEmbedded(join(directory, "restored"));
  const db = embeddedDatabase(client, release);
  return work(db).finally(() => db.close());
}

async function measured(db: BenchDatabase): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), "parley-bench-backup-"));
  const file = join(directory, "backup");
  const figure = (what: string, value: number, unit: string): Figure => ({
    name: `backup-${what}-${db.kind}`,
    n: FORECASTS,
    value,
    unit,
    ratio: null,
    baseline: null,
  });
  try {
    await fill(db, filledForecasts(FORECASTS));
    const begun = performance.now();
    await db.alone((run) => writeBackup(file, backupText({ kind: db.kind, run })));
    const written = performance.now();
    await onEmptyLike(db, directory, async (to) => restoreBackup(to, await openBackup(file)));
    const restored = performance.now();
    return [
      figure("written", (written - begun) / 1000, "s"),
      figure("size", statSync(file).size / 1e6, "MB"),
      figure("restored", (restored - written) / 1000, "s"),
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Backing up and restoring a database of so many forecasts, with the comparison of every table. */
export const backupBenchmark: Benchmark = { name: "backup", groups: ["database"], run: () => onBoth(measured) };
