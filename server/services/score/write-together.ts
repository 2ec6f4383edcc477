import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";

/**
 * Writes to different rows as one statement: each would be a way to the database and back while others wait for a lock. None
 * of them sees what another one writes.
 */
export async function writeTogether(tx: Tx, writes: readonly Prisma.Sql[]): Promise<void> {
  if (writes.length === 0) return;
  const parts = writes.map((write, i) => Prisma.sql`${Prisma.raw(`part_${i}`)} AS (${write})`);
  await tx.$executeRaw`WITH ${Prisma.join(parts)} SELECT`;
}
