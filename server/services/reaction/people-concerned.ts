import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";

/** Whom it concerns: as of an instant when given, since a delivery may come later than what it is about. */
interface Concern {
  readonly questionId: string;
  readonly until?: Date;
  /** Who did it, and knows. */
  readonly except?: string | null;
}

/** Admins who can sign in: those who decide. */
export async function deciders(tx: Tx): Promise<string[]> {
  const admins = await tx.user.findMany({
    where: { role: "admin", passwordHash: { not: null }, isSimulated: false },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return admins.map(({ id }) => id);
}

/** Everybody who ever put a forecast on the question and can sign in to read of it: not the people of imports. */
export async function forecastersOf(tx: Tx, { questionId, until }: Concern): Promise<string[]> {
  const isInTime = until ? Prisma.sql`f.made_at <= ${until}` : Prisma.sql`TRUE`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM users u
    WHERE u.password_hash IS NOT NULL AND EXISTS (
      SELECT FROM forecasts f WHERE f.question_id = ${questionId}::uuid AND f.forecaster_id = u.id AND ${isInTime})
    ORDER BY u.id`;
  return rows.map(({ id }) => id);
}

/** Everybody whom a change of an answer concerns: who forecast on it, and who proposed, challenged or asked to reopen. */
export async function peopleConcerned(tx: Tx, concern: Concern): Promise<string[]> {
  const { questionId, until, except } = concern;
  const inTime = until ? { lte: until } : {};
  const rows = await tx.resolution.findMany({
    where: { questionId, proposedAt: inTime },
    select: { proposedById: true, challenges: { where: { madeAt: inTime }, select: { challengerId: true } } },
  });
  const acted = rows.flatMap(({ proposedById, challenges }) => [
    proposedById,
    ...challenges.map(({ challengerId }) => challengerId),
  ]);
  const people = new Set([...(await forecastersOf(tx, concern)), ...acted.filter((id) => id !== null)]);
  if (except) people.delete(except);
  return [...people];
}
