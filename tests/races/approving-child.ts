/** A process that approves one proposal after another, to be killed: argv has the database, the admin and the proposals. */
import { openPostgres } from "#db/client.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";

const [url = "", adminId = "", ...resolutionIds] = process.argv.slice(2);
const { prisma: db } = await openPostgres(url);
const actor = { kind: "user", id: adminId, name: "admin", role: "admin" } as const;
for (const resolutionId of resolutionIds) {
  process.stdout.write(`${resolutionId}\n`);
  await approveResolution({ actor, now: new Date(), db }, { resolutionId, note: "" });
}
process.exit(0);
