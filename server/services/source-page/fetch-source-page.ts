import { ensure } from "#core/errors.ts";
import type { RateLimit } from "#core/request/rate-limit.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { countAttempt } from "#services/count-attempt.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { factsOfBody } from "./facts-of-body.ts";
import type { FetchSourcePageInput } from "./input.ts";
import { latestPages } from "./latest-pages.ts";
import type { SourcePageView } from "./output.ts";
import { readPage } from "./read-page.ts";

const PER_PERSON: RateLimit = { name: "fetch-source-page", quota: 30, seconds: 60 };

/** Reads the page of a source, and keeps what it says of itself with the time and its hash. */
export async function fetchSourcePage(ctx: ServiceContext, { url }: FetchSourcePageInput): Promise<SourcePageView> {
  const { id: fetchedById } = authorizePerson(ctx, "fetch_source_page");
  const { outbound } = ctx;
  ensure(outbound, "fetching_must_be_switched_on");
  await countAttempt(ctx.db, PER_PERSON, fetchedById);
  // Before the transaction: no lock waits for somebody else's server.
  const page = await readPage(url, outbound);
  const { title, publisher, publishedAt } = factsOfBody(page);
  const { finalUrl, status, mediaType, sha256, body } = page;
  const claims = { title, publisher, publishedAt };
  return transact(ctx, async (tx) => {
    const { id } = await tx.sourcePage.create({
      data: { url, finalUrl, status, mediaType, ...claims, sha256, bytes: body.length, fetchedById },
      select: { id: true },
    });
    const details = { url, sha256 };
    await writeAudit(tx, ctx, { action: "fetch-source-page", subjectKind: "source_page", subjectId: id, details });
    const [view] = await latestPages(tx, [url]);
    if (!view) throw new Error("The page that was just read is not there.");
    return view;
  });
}
