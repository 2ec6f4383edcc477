import type { Command } from "commander";

/** The commands that work on the database. They are loaded only when one is asked for: loading its client takes a second. */
export async function databaseCommands(): Promise<Command[]> {
  const { connectAllReactions } = await import("#services/reaction/reactions.ts");
  connectAllReactions();
  const { backupCommand } = await import("./commands/backup.ts");
  const { exportCommand } = await import("./commands/export.ts");
  const { importCommand } = await import("./commands/import.ts");
  const { migrateCommand } = await import("./commands/migrate.ts");
  const { reportCommand } = await import("./commands/report.ts");
  const { restoreCommand } = await import("./commands/restore.ts");
  const { seedCommand } = await import("./commands/seed.ts");
  const { serveCommand } = await import("./commands/serve.ts");
  const { userCommand } = await import("./commands/user.ts");
  return [
    serveCommand(),
    migrateCommand(),
    importCommand(),
    exportCommand(),
    reportCommand(),
    backupCommand(),
    restoreCommand(),
    seedCommand(),
    userCommand(),
  ];
}
