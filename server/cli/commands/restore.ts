import { Command } from "commander";
import { closeDatabase, database } from "#db/client.ts";
import { openBackup } from "#server/operations/backup/read-backup.ts";
import { restoreBackup } from "#server/operations/backup/restore-backup.ts";
import { checkDatabase } from "#services/verify/check-database.ts";

async function restore(file: string): Promise<void> {
  const backup = await openBackup(file);
  try {
    const db = await database();
    const tables = await restoreBackup(db, backup);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`Restored ${tables.length} tables with ${rows} rows, each as it was kept at ${backup.head.madeAt}.`);
    const { faults, ...counts } = await checkDatabase(db.prisma);
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) {
      console.error("The database is as it was kept, but what was kept does not hold together, as said above.");
      process.exitCode = 1;
      return;
    }
    const { seals, leaves, auditRows, ledgerTransactions } = counts;
    console.log(
      `Verified: ${leaves} records under ${seals === 1 ? "one seal" : `${seals} seals`}, ${auditRows} audit rows in one chain, ` +
        `${ledgerTransactions} transactions of the ledger that sum to zero, balances equal to their entries.`,
    );
  } finally {
    await closeDatabase();
  }
}

export function restoreCommand(): Command {
  return new Command("restore")
    .description("Put a backup into an empty database, embedded or Postgres, and check it.")
    .argument("<file>", "what `backup` wrote")
    .action(restore);
}
