import { createHash } from "node:crypto";
import { canonicalJson } from "#core/canonical-json.ts";
import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { isPublished } from "#services/question-state.ts";

type Question = BundleDocument["questions"][number];

/** By what a question of a bundle is known again: its id alone may be another bundle's also. */
export function questionKey({ id, type, title, opensAt, closesAt }: Question): string {
  return `bundle:${createHash("sha256").update(canonicalJson({ id, type, title, opensAt, closesAt })).digest("hex")}`;
}

/**
 * The questions of a bundle that are here already, by their ids in it: those that a bundle brought, and those that were asked here
 * and went out under their own address.
 */
export async function questionsHere(
  db: Pick<Tx, "$queryRaw">,
  questions: readonly Question[],
): Promise<Map<string, string>> {
  const keys = questions.map(questionKey);
  const rows = await db.$queryRaw<{ place: number; id: string }[]>`
    SELECT told.place::int AS place, q.id::text AS id
    FROM unnest(${keys}::text[], ${questions.map(({ id }) => id)}::text[], ${questions.map(({ type }) => type)}::text[],
        ${questions.map(({ title }) => title)}::text[], ${questions.map(({ opensAt }) => new Date(opensAt).toISOString())}::text[]::timestamptz[],
        ${questions.map(({ closesAt }) => new Date(closesAt).toISOString())}::text[]::timestamptz[])
      WITH ORDINALITY AS told (key, slug, type, title, opens_at, closes_at, place)
    JOIN questions q ON q.external_key = told.key OR (q.slug = told.slug AND q.type = told.type AND q.title = told.title
      AND q.opens_at = told.opens_at AND q.closes_at = told.closes_at
      AND ${isPublished})`;
  return new Map(rows.map(({ place, id }) => [questions[place - 1]?.id ?? "", id]));
}
