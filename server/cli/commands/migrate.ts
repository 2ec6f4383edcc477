import { Command } from "commander";
import { closeDatabase, database } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";

export function migrateCommand(): Command {
  return new Command("migrate").description("Bring the database's tables up to date.").action(async () => {
    try {
      const applied = await migrate(await database());
      console.log(applied.length > 0 ? applied.map((name) => `applied ${name}`).join("\n") : "Nothing to do.");
    } finally {
      await closeDatabase();
    }
  });
}
