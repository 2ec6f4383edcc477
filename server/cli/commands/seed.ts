import { Command } from "commander";
import { seedDemonstration } from "#seed/seed-demonstration.ts";
import { withDatabase } from "#server/cli/with-database.ts";
import { jobContext } from "#services/context.ts";

export function seedCommand(): Command {
  return new Command("seed").description("Fill an empty database with the demonstration.").action(async () => {
    const wasEmpty = await withDatabase(async () => seedDemonstration(await jobContext("seed")));
    console.log(wasEmpty ? "The demonstration is in place." : "The database is not empty: nothing was added.");
  });
}
