import type { Tx } from "#db/client.ts";

/** Keeps that somebody wrote some of a question that is not published yet: they do not publish it. */
export async function noteAuthor(tx: Tx, questionId: string, authorId: string): Promise<void> {
  await tx.questionAuthor.createMany({ data: [{ questionId, authorId }], skipDuplicates: true });
}

/** Everybody who wrote some of it. */
export async function authorsOf(tx: Tx, { id, createdById }: { id: string; createdById: string }): Promise<string[]> {
  const rows = await tx.questionAuthor.findMany({ where: { questionId: id }, select: { authorId: true } });
  return [...new Set([createdById, ...rows.map(({ authorId }) => authorId)])].sort();
}
