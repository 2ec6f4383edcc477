import { Command, Option } from "commander";
import { countText } from "#core/text/count-text.ts";
import { progressBar } from "#server/cli/progress-bar.ts";
import { withDatabase } from "#server/cli/with-database.ts";
import { writeText } from "#server/cli/write-text.ts";
import type { BundleKind, BundleRecord } from "#services/bundle/bundle-document.ts";
import { jobContext } from "#services/context.ts";
import { bundleText } from "#services/export/bundle-text.ts";
import { exportBundle } from "#services/export/export-bundle.ts";
import { recordText } from "#services/export/record-text.ts";
import { listSeals } from "#services/seal/queries.ts";
import { sealRecord } from "#services/seal/seal-record.ts";

interface Options {
  readonly topic?: string;
  readonly format: "json" | "ndjson";
  readonly out?: string;
  readonly record?: string;
}

async function exportAll({ topic, format, out, record }: Options): Promise<void> {
  if (record !== undefined) return exportRecord(record);
  const bar = progressBar("questions");
  const counts = new Map<BundleKind, number>();
  await withDatabase(async () => {
    const records = exportBundle(await jobContext("command-line"), { topic }, bar.advance);
    await writeText(bundleText(counted(records, counts), format), out);
  }).finally(bar.end);
  console.error(`Exported ${countsInWords(counts)}.`);
}

async function* counted(
  records: AsyncIterable<BundleRecord>,
  counts: Map<BundleKind, number>,
): AsyncGenerator<BundleRecord> {
  for await (const record of records) {
    counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
    yield record;
  }
}

function countsInWords(counts: ReadonlyMap<BundleKind, number>): string {
  const of = (kind: BundleKind) => countText(counts.get(kind) ?? 0, kind);
  const parts = [
    `${of("question")} with ${of("forecast")} of ${of("forecaster")}`,
    `${of("topic")} with ${of("event")}`,
    of("tournament"),
    `${of("market")} with ${of("trade")}`,
  ];
  return parts.join(", ");
}

/** Seals what waits, and writes everything that is sealed with the bundle. */
async function exportRecord(file: string): Promise<void> {
  const bar = progressBar("records");
  const sealed = await withDatabase(async () => {
    const ctx = await jobContext("command-line");
    await sealRecord(ctx);
    await writeText(recordText(ctx, bar.advance), file);
    const { items } = await listSeals(ctx, { limit: 1 });
    return items[0];
  }).finally(bar.end);
  if (!sealed) return;
  console.error(
    `Exported ${countText(sealed.untilIndex, "record")}. Hash of the last seal, ${sealed.number}: ${sealed.hash}`,
  );
  console.error("Keep it: `parley verify --seal` shows with it that nothing was cut or rewritten since.");
}

export function exportCommand(): Command {
  return new Command("export")
    .description(
      "Write what is published, or one topic of it, as a bundle that `score` and `import bundle` read: questions of every kind with " +
        "their criteria and answers, forecasts and what was written with them, topics with their logs and coverage, tournaments, and " +
        "markets. It is one snapshot of the database, and takes little memory however many forecasts there are.",
    )
    .option("--topic <slug>", "one topic alone, with its questions; tournaments only when they have no other questions")
    .addOption(
      new Option("--format <format>", "one document, or one record a line").choices(["json", "ndjson"]).default("json"),
    )
    .option("--out <file>", "write there instead of to standard output")
    .addOption(
      new Option("--record <file>", "write all of it there with the whole sealed record, for `verify`").conflicts([
        "topic",
        "out",
        "format",
      ]),
    )
    .action(exportAll);
}
