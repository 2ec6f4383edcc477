import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { jobContext } from "#services/context.ts";
import { bundleText } from "#services/export/bundle-text.ts";
import { exportBundle } from "#services/export/export-bundle.ts";
import { progressBar } from "../progress-bar.ts";
import { withDatabase } from "../with-database.ts";

interface Options {
  readonly topic?: string;
  readonly format: "json" | "ndjson";
  readonly out?: string;
}

async function exportAll({ topic, format, out }: Options): Promise<void> {
  const bar = progressBar("questions");
  const bundle = await withDatabase(async () =>
    exportBundle(await jobContext("command-line"), { topic }, bar.advance),
  ).finally(bar.end);
  const text = Readable.from(bundleText(bundle, format));
  if (out === undefined) await pipeline(text, process.stdout, { end: false });
  else await pipeline(text, createWriteStream(out));
  console.error(`Exported ${bundle.questions.length} questions with ${bundle.forecasts.length} forecasts.`);
}

export function exportCommand(): Command {
  return new Command("export")
    .description("Write what is published, or one topic of it, as a bundle that `score` and `import bundle` read.")
    .option("--topic <slug>", "one topic alone")
    .addOption(
      new Option("--format <format>", "one document, or one record a line").choices(["json", "ndjson"]).default("json"),
    )
    .option("--out <file>", "write there instead of to standard output")
    .action(exportAll);
}
