import { Command } from "commander";
import { backupText } from "#server/operations/backup/backup-text.ts";
import { withBackupSource } from "#server/operations/backup/with-backup-source.ts";
import { writeBackup } from "#server/operations/backup/write-backup.ts";

async function backup(file: string): Promise<void> {
  let [tables, rows] = [0, 0];
  const { bytes } = await withBackupSource(({ kind, alone }) =>
    alone((run) =>
      writeBackup(
        file,
        backupText({ kind, run }, (table) => {
          tables++;
          rows += table.rows;
        }),
      ),
    ),
  );
  const megabytes = (bytes / 1e6).toFixed(1);
  console.log(`Wrote ${file}: ${tables} tables with ${rows} rows, ${megabytes} MB.`);
  console.error("It holds e-mail addresses and hashes of passwords: keep it where only you can read it.");
}

export function backupCommand(): Command {
  return new Command("backup")
    .description("Write everything that the database holds to a file, while the server runs or not.")
    .argument("<file>", "where to; it must not exist yet")
    .action(backup);
}
