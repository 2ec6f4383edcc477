import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import type { NamedElsewhere } from "#core/bundle/bundle-faults.ts";
import { DomainError } from "#core/errors.ts";
import { ensureRecordable } from "#core/event/event-rules.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { revisionsOf } from "#services/import/import-events.ts";

type BundleEvent = BundleDocument["events"][number];
type Revision = BundleEvent["earlier"][number];
type Found = readonly [field: string, message: BundleFault["message"]];

/** Events that the log would not take: each revision is held to its rules, and to the order of revisions and merges. */
export function* eventFaults(
  { events }: BundleDocument,
  now: number,
  elsewhere: NamedElsewhere,
): Generator<BundleFault> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const seen = new Set<string>();
  const taken = new Set<string>();
  for (const [index, event] of events.entries()) {
    const add = ([field, message]: Found): BundleFault => ({ list: "events", index, field, message });
    if (seen.has(event.id)) yield add(["id", `The event "${event.id}" is in the bundle already.`]);
    seen.add(event.id);
    const revisions = revisionsOf(event);
    for (const [i, revision] of revisions.entries()) {
      const place = i < revisions.length - 1 ? `earlier[${i}].` : "";
      const found = [
        ...ruleFaults(revision, now),
        ...orderFaults(revision, revisions[i - 1]),
        ...mergeFaults(event, revision, { byId, taken, elsewhere }),
      ];
      for (const [field, message] of found) yield add([`${place}${field}`, message]);
    }
  }
}

function ruleFaults(revision: Revision, now: number): Found[] {
  try {
    ensureRecordable(revision, now);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [[(error.field ?? "type").replace(/\.(\d+)/g, "[$1]"), error.broken]];
  }
}

function* orderFaults({ reason, recordedAt }: Revision, before: Revision | undefined): Generator<Found> {
  if (!before) return;
  if ((reason ?? "").trim() === "") yield ["reason", "A revision says why it took the place of the one before."];
  if (recordedAt !== undefined && before.recordedAt !== undefined && recordedAt < before.recordedAt)
    yield ["recordedAt", "A revision is recorded after the one before it."];
  if (recordedAt !== undefined && before.recordedAt === undefined)
    yield ["recordedAt", "The revision before it does not say when it was recorded."];
}

function* mergeFaults(
  event: BundleEvent,
  { mergedInto, status }: Revision,
  { byId, taken, elsewhere }: { byId: ReadonlyMap<string, BundleEvent>; taken: Set<string>; elsewhere: NamedElsewhere },
): Generator<Found> {
  if (!mergedInto) return;
  const into = byId.get(mergedInto.event);
  if (!into) {
    if (!elsewhere.events.has(mergedInto.event))
      yield ["mergedInto.event", `There is no event "${mergedInto.event}" in the bundle.`];
  } else if (into === event || into.topic !== event.topic) {
    yield ["mergedInto.event", "An event is merged into another of its topic."];
  } else if (mergedInto.revision > into.earlier.length + 1) {
    yield ["mergedInto.revision", `That event has ${into.earlier.length + 1} revisions.`];
  }
  if (status !== "retracted") yield ["status", "An event that was merged is retracted by it."];
  const key = JSON.stringify([mergedInto.event, mergedInto.revision]);
  if (taken.has(key)) yield ["mergedInto.revision", "That revision took another event in."];
  taken.add(key);
}

/** Actors that are named twice. */
export function* actorFaults({ actors }: BundleDocument): Generator<BundleFault> {
  const seen = new Set<string>();
  for (const [index, { code }] of actors.entries()) {
    if (seen.has(code)) yield { list: "actors", index, field: "code", message: `The actor ${code} is named already.` };
    seen.add(code);
  }
}
