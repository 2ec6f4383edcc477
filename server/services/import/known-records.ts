import { DomainError } from "#core/errors.ts";
import type { Db } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import type { PlacedFault } from "#services/bundle/bundle-shape.ts";
import type { ReadBundle } from "#services/bundle/read-bundle.ts";
import { placedFault } from "#services/bundle/refuse-faults.ts";
import { coverageIds, eventId } from "./bundle-ids.ts";
import { type CoverageHere, coverageHere } from "./import-coverage.ts";
import { eventsHere } from "./import-events.ts";
import { topicsHere, topicsOf } from "./import-topics.ts";
import { isSameTournament, type TournamentHere, tournamentsHere } from "./import-tournaments.ts";
import { questionsHere } from "./question-key.ts";

/** What of a bundle is in the database already. */
export interface KnownRecords {
  /** Ids of questions and topics by those of the bundle. */
  readonly questions: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
  /** How many revisions each event has. */
  readonly events: ReadonlyMap<string, number>;
  readonly coverage: CoverageHere;
  /** The codes of actors that have a name. */
  readonly actors: ReadonlySet<string>;
  readonly tournaments: ReadonlyMap<string, TournamentHere>;
}

export async function knownRecords(db: Db, document: BundleDocument): Promise<KnownRecords> {
  const { questions, actors, events, coverage, tournaments } = document;
  const named = await db.actor.findMany({
    where: { code: { in: actors.map(({ code }) => code) } },
    select: { code: true },
  });
  return {
    actors: new Set(named.map(({ code }) => code)),
    questions: await questionsHere(db, questions),
    topics: await topicsHere(db, topicsOf(document)),
    events: await eventsHere(db, events),
    coverage: await coverageHere(db, coverage),
    tournaments: await tournamentsHere(db, tournaments),
  };
}

/** What of a bundle cannot come in beside what is here. */
export async function clashes(db: Db, read: ReadBundle, known: KnownRecords): Promise<PlacedFault[]> {
  const { events, tournaments } = read.document;
  const rows = await db.$queryRaw<{ id: string; topic: string }[]>`
    SELECT e.id::text AS id, t.slug AS topic FROM events e JOIN topics t ON t.id = e.topic_id
    WHERE e.id = ANY (${[...known.events.keys()]}::uuid[])`;
  const topicOf = new Map(rows.map(({ id, topic }) => [id, topic]));
  const elsewhere = events.flatMap((event, index) => {
    const topic = topicOf.get(eventId(event));
    if (topic === undefined || topic === event.topic) return [];
    return { list: "events", index, field: "topic", message: `The event is in the topic ${topic} here.` } as const;
  });
  const taken = tournaments.flatMap((tournament, index) => {
    const here = known.tournaments.get(tournament.id);
    if (!here || isSameTournament(here, tournament)) return [];
    return { list: "tournaments", index, field: "id", message: "Another tournament has this address here." } as const;
  });
  return [...elsewhere, ...taken].map((fault) => placedFault(read, fault));
}

/** Throws if a bundle has nothing that is not here already. */
export function refuseKnown(document: BundleDocument, known: KnownRecords, newPeople: number): void {
  const isNew =
    newPeople > 0 ||
    document.questions.some(({ id }) => !known.questions.has(id)) ||
    topicsOf(document).some((slug) => !known.topics.has(slug)) ||
    document.events.some((event) => !known.events.has(eventId(event))) ||
    coverageIds(document.coverage).some((id) => !known.coverage.ids.has(id)) ||
    document.actors.some(({ code }) => !known.actors.has(code)) ||
    document.tournaments.some(({ id }) => !known.tournaments.has(id));
  if (isNew) return;
  const counts = [
    [document.questions.length, "questions"],
    [document.forecasts.length, "forecasts"],
    [document.forecasters.length, "forecasters"],
    [document.topics.length, "topics"],
    [document.events.length, "events"],
    [document.coverage.length, "statements of coverage"],
    [document.tournaments.length, "tournaments"],
  ] as const;
  throw new DomainError("import_must_be_new", { reason: "bundle", counts: counts.filter(([count]) => count > 0) });
}
