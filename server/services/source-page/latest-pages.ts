import type { Db, Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { SourcePageView } from "./output.ts";

type PageRow = Omit<SourcePageView, "before"> & { sha256Before: string | null; fetchedBefore: Date | null };

/** The latest reading of each page by an instant, now when none is asked for, with the one before it. */
export async function latestPages(db: Db | Tx, urls: readonly string[], asOf?: Date): Promise<SourcePageView[]> {
  const rows = await db.$queryRaw<PageRow[]>`
    SELECT p.url, p.final_url AS "finalUrl", p.status, p.media_type AS "mediaType", p.title, p.publisher,
      p.published_at AS "publishedAt", p.sha256, p.bytes, p.fetched_at AS "fetchedAt", u.name AS "fetchedByName",
      p.sha256_before AS "sha256Before", p.fetched_before AS "fetchedBefore"
    FROM (
      SELECT DISTINCT ON (s.url) s.*, lag(s.sha256) OVER readings AS sha256_before,
        lag(s.fetched_at) OVER readings AS fetched_before
      FROM source_pages s
      WHERE s.url = ANY(${urls}::text[]) ${asOf ? Prisma.sql`AND s.fetched_at <= ${asOf}` : Prisma.empty}
      WINDOW readings AS (PARTITION BY s.url ORDER BY s.fetched_at, s.id)
      ORDER BY s.url, s.fetched_at DESC, s.id DESC
    ) p JOIN users u ON u.id = p.fetched_by_id`;
  return rows.map(({ sha256Before, fetchedBefore, ...page }) => ({
    ...page,
    before: sha256Before && fetchedBefore ? { sha256: sha256Before, fetchedAt: fetchedBefore } : null,
  }));
}
