import { Command } from "commander";
import { DomainError } from "#core/errors.ts";
import { faultLines } from "#server/cli/fault-lines.ts";
import { withDatabase } from "#server/cli/with-database.ts";
import { jobContext } from "#services/context.ts";
import { reportForecastBench } from "#services/import/report-forecastbench.ts";

/** As the leaderboard prints it: three decimals, no leading zero. */
function threeDecimals(value: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(3).replace(/^0/, "");
}

async function forecastBench(directory: string): Promise<void> {
  const rows = await withDatabase(async () => reportForecastBench(await jobContext("command-line"), directory));
  if (rows.every((row) => Number.isNaN(row.overall))) {
    throw new DomainError("subject_must_exist", { kind: "survey" });
  }
  for (const row of rows) {
    const columns = [
      row.dataset,
      row.marketResolved,
      row.marketUnresolved,
      row.marketOverall,
      row.overallResolved,
      row.overall,
    ];
    console.log([row.name, ...columns.map(threeDecimals)].join(" "));
  }
  const faults = rows.flatMap((row) => row.faults);
  if (faults.length === 0) return;
  console.error(`${faults.length} rows of the resolution sets are wrong and left out:`);
  for (const line of faultLines(faults)) console.error(line);
  process.exitCode = 1;
}

export function reportCommand(): Command {
  const command = new Command("report").description("Print figures computed from what is in the database.");
  command
    .command("forecastbench")
    .description("The row 'Superforecaster median forecast', one line for each resolution set of the folder.")
    .argument("<directory>")
    .action(forecastBench);
  return command;
}
