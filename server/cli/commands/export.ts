import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { jobContext } from "#services/context.ts";
import { bundleText } from "#services/export/bundle-text.ts";
import { exportBundle } from "#services/export/export-bundle.ts";
import { recordText } from "#services/export/record-text.ts";
import { listSeals } from "#services/seal/queries.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { progressBar } from "../progress-bar.ts";
import { withDatabase } from "../with-database.ts";

interface Options {
  readonly topic?: string;
  readonly format: "json" | "ndjson";
  readonly out?: string;
  readonly record?: string;
}

async function exportAll({ topic, format, out, record }: Options): Promise<void> {
  if (record !== undefined) return exportRecord(record);
  const bar = progressBar("questions");
  const bundle = await withDatabase(async () =>
    exportBundle(await jobContext("command-line"), { topic }, bar.advance),
  ).finally(bar.end);
  const text = Readable.from(bundleText(bundle, format));
  if (out === undefined) await pipeline(text, process.stdout, { end: false });
  else await pipeline(text, createWriteStream(out));
  console.error(`Exported ${bundle.questions.length} questions with ${bundle.forecasts.length} forecasts.`);
}

/** Seals what waits, and writes everything that is sealed with the bundle. */
async function exportRecord(file: string): Promise<void> {
  const bar = progressBar("records");
  const sealed = await withDatabase(async () => {
    const ctx = await jobContext("command-line");
    await sealRecord(ctx);
    const bundle = await exportBundle(ctx);
    await pipeline(Readable.from(recordText(ctx, bundle, bar.advance)), createWriteStream(file));
    const { items } = await listSeals(ctx, { limit: 1 });
    return items[0];
  }).finally(bar.end);
  if (!sealed) return;
  console.error(`Exported ${sealed.untilIndex} records. Hash of the last seal, ${sealed.number}: ${sealed.hash}`);
  console.error("Keep it: `parley verify --seal` shows with it that nothing was cut or rewritten since.");
}

export function exportCommand(): Command {
  return new Command("export")
    .description("Write what is published, or one topic of it, as a bundle that `score` and `import bundle` read.")
    .option("--topic <slug>", "one topic alone")
    .addOption(
      new Option("--format <format>", "one document, or one record a line").choices(["json", "ndjson"]).default("json"),
    )
    .option("--out <file>", "write there instead of to standard output")
    .addOption(
      new Option("--record <file>", "write all of it there with the whole sealed record, for `verify`").conflicts([
        "topic",
        "out",
      ]),
    )
    .action(exportAll);
}
