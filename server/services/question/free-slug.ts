import { DomainError } from "#core/errors.ts";
import { slugOf } from "#core/slug-of.ts";
import type { Tx } from "#db/client.ts";
import { takeLock } from "#db/locks.ts";

const LONGEST = 120;
/** Room for a hyphen and a number. */
const MAX_DIGITS = 8;

/**
 * The address of a new question: the one asked for, which must be free, or one made from its title, with a number
 * behind it where others have the same title. Two that get theirs at once do not get the same.
 */
export async function freeSlug(tx: Tx, title: string, wanted: string | undefined): Promise<string> {
  await takeLock(tx, "slug");
  const base = wanted ?? (slugOf(title) || "question");
  const rows = await tx.question.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(base)) return base;
  if (wanted) throw new DomainError("slug_must_be_free", { of: "question", field: "slug" });
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

/** The address that a question had elsewhere, when it is free here; with a number behind it when another question has it. */
export async function keptSlug(tx: Tx, slug: string): Promise<string> {
  // Two questions that get their addresses at once must not get the same.
  await takeLock(tx, "slug");
  const isTaken = async (wanted: string) =>
    (await tx.question.findUnique({ where: { slug: wanted }, select: { id: true } })) !== null;
  if (!(await isTaken(slug))) return slug;
  const base = slug.slice(0, LONGEST - MAX_DIGITS);
  for (let number = 2; ; number++) if (!(await isTaken(`${base}-${number}`))) return `${base}-${number}`;
}
