import { Command } from "commander";
import { EVENT_FORMATS, type EventFormat } from "#core/event/import/event-file.ts";
import { piecesOfFile } from "#server/cli/bytes-of-file.ts";
import { progressBar } from "#server/cli/progress-bar.ts";
import { withDatabase } from "#server/cli/with-database.ts";
import { jobContext } from "#services/context.ts";
import { reportLines } from "#services/import/bundle-report.ts";
import { importBundle } from "#services/import/import-bundle.ts";
import { type EventFilesOptions, importEventFiles } from "./import-event-files.ts";
import { importForecastBenchCommand } from "./import-forecastbench.ts";

async function bundle(file: string): Promise<void> {
  const bar = progressBar("questions");
  const report = await withDatabase(async () =>
    importBundle(await jobContext("command-line"), piecesOfFile(file), bar.advance),
  ).finally(bar.end);
  console.log([`Imported ${file}:`, ...reportLines(report)].join("\n"));
}

const EVENT_FILES = {
  gdelt: "GDELT exports, 2.0 or 1.0.",
  icews: "ICEWS coded event data, as CSV or parted by tabs.",
  plover: "PLOVER records, as a JSON array or one a line.",
  csv: "A table of events with Parley's own columns.",
  json: "Records of events with the names of those columns, as a JSON array or one a line.",
} as const satisfies Record<EventFormat, string>;

const ANY_FILE =
  "Text must be UTF-8 (or UTF-16 with its mark). Rows that cannot be taken in are left out and named by their line; then the status is 1.";

export function importCommand(): Command {
  const command = new Command("import").description(
    "Bring in questions, forecasts, answers and events from elsewhere.",
  );
  command.addCommand(importForecastBenchCommand());
  command
    .command("bundle")
    .description(
      "A bundle: one JSON document, or one record a line, as `parley export` writes them. All that is wrong with it is told at once, by " +
        "place, and then nothing goes in. What is here already stays as it is. The status is 0 when something went in, and 1 when " +
        "nothing did, because of faults or because all of it is here.",
    )
    .argument("<file>")
    .action(bundle);
  for (const format of EVENT_FORMATS) {
    command
      .command(format)
      .description(`${EVENT_FILES[format]} They wait in the topic's inbox for a moderator. ${ANY_FILE}`)
      .argument("<file...>", "plain, or packed with gzip, or the one file in a zip")
      .requiredOption("--topic <slug>", "the topic whose inbox they enter")
      .option("--left-out <file>", "write the rows that were left out to this new file, to mend and bring in again")
      .option("--allow-left-out", "end with status 0 even when rows were left out")
      .action((files: string[], options: EventFilesOptions) => importEventFiles(format, files, options));
  }
  return command;
}
