import { addedCounts, type NamedCount } from "#core/event/import/added-reports.ts";
import { eventColumns } from "#core/event/import/event-columns.ts";
import type { EventText } from "#core/event/import/event-file.ts";
import type { ImportedEvent } from "#core/event/import/imported-event.ts";
import { isOtherwise, otherwiseNote } from "./otherwise.ts";
import type { ImportReport } from "./output.ts";
import { readEventRows } from "./read-event-rows.ts";
import { type SoundRow, statementOf } from "./sound-row.ts";
import { unsoundness } from "./unsoundness.ts";

const SAMPLED = 8;

/** Reads every row of a part of a file, and tells what each is, or why it is left out; nothing is written. */
export function examineRows(part: EventText): { readonly sound: readonly SoundRow[]; readonly report: ImportReport } {
  const sound = new Map<string, SoundRow>();
  const [types, rules, unmapped, noted]: string[][] = [[], [], [], []];
  const [faults, notes, sample]: [ImportReport["faults"], ImportReport["notes"], ImportReport["sample"]] = [[], [], []];
  let rows = 0;
  let repeated = 0;
  // The line of names is told of once, with the part that holds it.
  if (part.header === "") for (const note of eventColumns(part).notes) notes.push({ ...note, record: null });
  for (const { line, record, reading } of readEventRows(part)) {
    rows++;
    const fault = "fault" in reading ? reading.fault : unsoundness(part.format, reading.event);
    if (fault) {
      faults.push({ line, record, ...fault });
      rules?.push(fault.rule);
      if (fault.rule === "type_must_be_mapped") unmapped?.push(fault.text);
    } else if ("event" in reading) {
      const { event } = reading;
      types?.push(event.type);
      const first = sound.get(event.key);
      if (first) {
        repeated++;
        if (isOtherwise(event, statementOf(first.event))) notes.push(otherwiseNote({ line, record, event }));
      } else sound.set(event.key, { line, record, event });
      if (sample.length < SAMPLED) sample.push({ line, record, ...shown(event) });
      for (const note of reading.notes) notes.push({ line, record, ...note });
    }
  }
  noted?.push(...notes.map(({ rule }) => rule));
  const counts = { rows, added: 0, known: 0, repeated, leftOut: faults.length };
  const named = { byType: counted(types), byRule: counted(rules), unmapped: counted(unmapped), byNote: counted(noted) };
  return { sound: [...sound.values()], report: { ...counts, ...named, faults, notes, sample } };
}

const counted = (names: readonly string[] = []): NamedCount[] => addedCounts(names.map((name) => ({ name, count: 1 })));

/** What lists show of an event. */
export function shown(event: ImportedEvent) {
  const { headline, type, actors, country, placeName, occurredFrom } = event;
  return {
    headline,
    type,
    actors: actors.map(({ code }) => code),
    country,
    placeName,
    occurredFrom: new Date(occurredFrom),
  };
}
