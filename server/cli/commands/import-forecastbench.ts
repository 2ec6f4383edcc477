import { Command } from "commander";
import { FAULT_COLUMN } from "#core/table/fault-column.ts";
import { tableRowText } from "#core/table/table-row-text.ts";
import { faultLines } from "#server/cli/fault-lines.ts";
import { ensureFileIsNew, writeNewFile } from "#server/cli/new-file.ts";
import { progressBar } from "#server/cli/progress-bar.ts";
import { withDatabase } from "#server/cli/with-database.ts";
import { jobContext } from "#services/context.ts";
import type { ForecastBenchReport } from "#services/import/forecastbench-report.ts";
import { importForecastBench } from "#services/import/import-forecastbench.ts";

interface Options {
  readonly allowLeftOut?: boolean;
  readonly leftOut?: string;
}

/** The rows that were left out as a table of the same columns, with what is wrong in the last one. */
function leftOutTable({ header, rows }: ForecastBenchReport["leftOut"]): string {
  const isOwn = (_: string, place: number) => header[place] !== FAULT_COLUMN;
  const table = rows.map(({ cells, faults }) => {
    const own = Array.from({ length: Math.max(header.length, cells.length) }, (__, i) => cells[i] ?? "");
    return [...own.filter(isOwn), faults.map(({ rule, message }) => `${rule}: ${message}`).join(" ")];
  });
  return [[...header.filter(isOwn), FAULT_COLUMN], ...table].map((row) => `${tableRowText(row, ",")}\n`).join("");
}

function reportText({ counts, rows, faults, notes }: ForecastBenchReport): string {
  return [
    `Imported ${counts.questions} questions (${counts.resolved} resolved) with ${counts.forecasts} forecasts of ${counts.forecasters} people.`,
    `${rows.came} rows of forecasts came: ${rows.wentIn} went in, ${rows.known} were known, ${rows.leftOut} are left out.`,
    ...notes.map((note) => `Note: ${note}`),
    ...(faults.length > 0 ? [`${faults.length} faults:`, ...faultLines(faults)] : []),
  ].join("\n");
}

async function forecastBench(directory: string, { allowLeftOut = false, leftOut }: Options): Promise<void> {
  ensureFileIsNew(leftOut);
  const bar = progressBar("questions");
  const report = await withDatabase(async () =>
    importForecastBench(await jobContext("command-line"), directory, bar.advance),
  ).finally(bar.end);
  console.log(reportText(report));
  if (report.faults.length > 0 && !allowLeftOut) process.exitCode = 1;
  if (leftOut === undefined) return;
  writeNewFile(leftOut, leftOutTable(report.leftOut));
}

export function importForecastBenchCommand(): Command {
  return new Command("forecastbench")
    .description(
      "A ForecastBench human survey: its folder of questions, forecasts and resolution sets. Rows that are wrong are left out and named.",
    )
    .argument("<directory>")
    .option("--allow-left-out", "end with status 0 although rows were left out")
    .option("--left-out <file>", "write the rows of forecasts that were left out to this new file, each with its fault")
    .action(forecastBench);
}
