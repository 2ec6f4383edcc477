import type { EventFormat } from "#core/event/import/event-file.ts";

/** The forms of files that events come in, as people know them. */
export const FORMATS: ReadonlyArray<readonly [EventFormat, string]> = [
  ["gdelt", "GDELT, 2.0 or 1.0"],
  ["icews", "ICEWS"],
  ["plover", "PLOVER, JSON"],
  ["csv", "Parley's own table, CSV"],
  ["json", "Parley's own records, JSON"],
];
