import type { Tx } from "#db/client.ts";
import { forecastersOf } from "#services/notice/forecasters-of.ts";

/** Admins who can sign in: those who decide. */
export async function deciders(tx: Tx): Promise<string[]> {
  const admins = await tx.user.findMany({
    where: { role: "admin", passwordHash: { not: null }, isSimulated: false },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return admins.map(({ id }) => id);
}

/** Everybody whom a change of an answer concerns: who forecast on it, and who proposed, challenged or asked to reopen. */
export async function peopleConcerned(
  tx: Tx,
  { questionId, except }: { questionId: string; except?: string | undefined },
): Promise<string[]> {
  const rows = await tx.resolution.findMany({
    where: { questionId },
    select: { proposedById: true, challenges: { select: { challengerId: true } } },
  });
  const acted = rows.flatMap(({ proposedById, challenges }) => [
    proposedById,
    ...challenges.map(({ challengerId }) => challengerId),
  ]);
  const people = new Set([...(await forecastersOf(tx, questionId)), ...acted.filter((id) => id !== null)]);
  if (except) people.delete(except);
  return [...people];
}
