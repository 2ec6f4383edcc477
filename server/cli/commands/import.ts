import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { Command } from "commander";
import { addedReports, type RowCounts } from "#core/event/import/added-reports.ts";
import { EVENT_FORMATS, type EventFormat, eventFileParts } from "#core/event/import/event-file-parts.ts";
import { jobContext } from "#services/context.ts";
import { importBundle } from "#services/import/import-bundle.ts";
import { importForecastBench } from "#services/import/import-forecastbench.ts";
import { importEvents } from "#services/inbox/import-events.ts";
import { topicBySlug } from "#services/topic/queries.ts";
import { bytesOfFile } from "../bytes-of-file.ts";
import { progressBar } from "../progress-bar.ts";
import { withDatabase } from "../with-database.ts";

async function forecastBench(directory: string): Promise<void> {
  const bar = progressBar("questions");
  const counts = await withDatabase(async () =>
    importForecastBench(await jobContext("command-line"), directory, bar.advance),
  ).finally(bar.end);
  console.log(
    `Imported ${counts.questions} questions (${counts.resolved} resolved) with ${counts.forecasts} forecasts of ${counts.forecasters} people.`,
  );
}

async function bundle(file: string): Promise<void> {
  const bytes = bytesOfFile(file);
  const bar = progressBar("questions");
  const counts = await withDatabase(async () =>
    importBundle(await jobContext("command-line"), bytes, bar.advance),
  ).finally(bar.end);
  console.log(
    `Imported ${counts.questions} questions (${counts.resolved} resolved) with ${counts.forecasts} forecasts of ${counts.forecasters} forecasters, and ${counts.events} events.`,
  );
}

/** Files of events into the inbox of a topic, part by part. */
async function events(format: EventFormat, files: readonly string[], { topic }: { topic: string }): Promise<void> {
  await withDatabase(async () => {
    const ctx = await jobContext("command-line");
    const { id: topicId } = await topicBySlug(ctx, { slug: topic });
    for (const file of files) {
      const parts = eventFileParts(format, textOfFile(file));
      const bar = progressBar("parts");
      const reports: RowCounts[] = [];
      for (const [done, part] of parts.entries()) {
        bar.advance(done, parts.length);
        reports.push(await importEvents(ctx, { topicId, format, fileName: basename(file), ...part }));
      }
      bar.advance(parts.length, parts.length);
      bar.end();
      console.log(`${file}: ${reportText(addedReports(reports))}`);
    }
  });
}

function textOfFile(file: string): string {
  const bytes = bytesOfFile(file);
  const isPacked = bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isPacked ? gunzipSync(bytes) : bytes).toString("utf8");
}

function reportText({ rows, added, repeated, faulty, byType, byReason, unmapped, faults }: RowCounts): string {
  const counts = (all: Readonly<Record<string, number>>) =>
    Object.entries(all)
      .sort(([, one], [, other]) => other - one)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  const lines = [
    `${rows} rows: ${added} new in the inbox, ${repeated} known already, ${faulty} left out.`,
    `  by type: ${counts(byType) || "none"}`,
    ...(faulty > 0 ? [`  left out because: ${counts(byReason)}`] : []),
    ...(Object.keys(unmapped).length > 0 ? [`  without a type: ${counts(unmapped)}`] : []),
    ...faults.slice(0, 10).map(({ line, message }) => `  line ${line}: ${message}`),
  ];
  return lines.join("\n");
}

const EVENT_FILES = {
  gdelt: "GDELT exports, 2.0 or 1.0, packed or not.",
  icews: "ICEWS coded event data, as CSV or parted by tabs.",
  plover: "PLOVER records, as a JSON array.",
  csv: "A table of events with Parley's own columns.",
  json: "Records of events with the names of those columns, as a JSON array.",
} as const satisfies Record<EventFormat, string>;

export function importCommand(): Command {
  const command = new Command("import").description(
    "Bring in questions, forecasts, answers and events from elsewhere.",
  );
  command
    .command("forecastbench")
    .description("A ForecastBench human survey: its folder of questions, forecasts and resolution sets.")
    .argument("<directory>")
    .action(forecastBench);
  command
    .command("bundle")
    .description("A bundle: one JSON document, or one record a line, as `parley export` writes them.")
    .argument("<file>")
    .action(bundle);
  for (const format of EVENT_FORMATS) {
    command
      .command(format)
      .description(`${EVENT_FILES[format]} They wait in the topic's inbox for a moderator.`)
      .argument("<file...>")
      .requiredOption("--topic <slug>", "the topic whose inbox they enter")
      .action((files: string[], options: { topic: string }) => events(format, files, options));
  }
  return command;
}
