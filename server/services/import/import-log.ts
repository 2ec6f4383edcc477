import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { eventId } from "./bundle-ids.ts";
import type { ReportCounts } from "./bundle-report.ts";
import { importCoverage } from "./import-coverage.ts";
import { importEvent, importMerges } from "./import-events.ts";
import { importTopic, topicsOf } from "./import-topics.ts";
import { found, type Importing } from "./importing.ts";
import type { KnownRecords } from "./known-records.ts";

interface Into {
  readonly known: KnownRecords;
  readonly counts: ReportCounts;
}

/**
 * Brings in the topics of a bundle, and of its events and statements of coverage those that are not here. What was recorded here
 * stands as it is. Gives the topics by their addresses.
 */
export async function importLog(
  ctx: ServiceContext,
  importing: Importing,
  document: BundleDocument,
  into: Into,
): Promise<ReadonlyMap<string, string>> {
  const topicIds = await importTopics(ctx, importing, document, into);
  await importActors(ctx, document, into);
  await importEvents(ctx, importing, document, { ...into, topicIds });
  const { known, counts } = into;
  const { coverage } = document;
  if (coverage.length > 0) {
    const added = await transact(ctx, (tx) =>
      importCoverage(tx, importing, coverage, { topicIds, here: known.coverage }),
    );
    counts.count("coverage", "added", added);
    counts.count("coverage", "known", known.coverage.ids.size);
    const left = coverage.length - added - known.coverage.ids.size;
    counts.count("coverage", "leftOut", left);
    if (left > 0) counts.note(`${left} statements of coverage would replace what others have replaced here`);
  }
  return topicIds;
}

async function importTopics(
  ctx: ServiceContext,
  importing: Importing,
  document: BundleDocument,
  { known, counts }: Into,
): Promise<Map<string, string>> {
  const topicIds = new Map(known.topics);
  const described = new Map(document.topics.map((topic) => [topic.id, topic]));
  for (const slug of topicsOf(document)) {
    const topic = described.get(slug);
    if (known.topics.has(slug)) {
      if (topic) counts.count("topics", "known");
      continue;
    }
    topicIds.set(slug, await transact(ctx, (tx) => importTopic(tx, importing, slug, topic)));
    if (topic) counts.count("topics", "added");
    else counts.note(`the topic ${slug} is only named in the bundle, so its address is its title`);
  }
  return topicIds;
}

/** Names the actors that nobody has named here; those that have a name keep it. */
async function importActors(ctx: ServiceContext, { actors }: BundleDocument, { counts }: Into): Promise<void> {
  const before = await ctx.db.actor.findMany({ where: { code: { in: actors.map(({ code }) => code) } } });
  const nameOf = new Map(before.map(({ code, name }) => [code, name]));
  await transact(ctx, (tx) => tx.actor.createMany({ data: actors, skipDuplicates: true }));
  for (const { code, name } of actors) {
    const here = nameOf.get(code);
    counts.count("actors", here === undefined ? "added" : "known");
    if (here !== undefined && here !== name) counts.note(`the actor ${code} is called ${here} here, not ${name}`);
  }
}

async function importEvents(
  ctx: ServiceContext,
  importing: Importing,
  { events }: BundleDocument,
  { known, counts, topicIds }: Into & { topicIds: ReadonlyMap<string, string> },
): Promise<void> {
  for (const event of events) {
    const here = known.events.get(eventId(event));
    counts.count("events", here === undefined ? "added" : "known");
    if (here === undefined) {
      await transact(ctx, (tx) => importEvent(tx, importing, event, found(topicIds, event.topic)));
    } else if (here !== event.earlier.length + 1) {
      counts.note(`the event ${event.id} is here with ${here} revisions, and keeps these`);
    }
  }
  const merged = events.filter((event) => [...event.earlier, event].some(({ mergedInto }) => mergedInto));
  if (merged.length > 0) await transact(ctx, (tx) => importMerges(tx, events));
}
