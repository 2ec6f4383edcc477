import { Command } from "commander";
import { jobContext } from "#services/context.ts";
import { importBundle } from "#services/import/import-bundle.ts";
import { importForecastBench } from "#services/import/import-forecastbench.ts";
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

export function importCommand(): Command {
  const command = new Command("import").description("Bring in questions, forecasts and answers from elsewhere.");
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
  return command;
}
