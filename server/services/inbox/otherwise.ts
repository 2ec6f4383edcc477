import { canonicalJson } from "#core/canonical-json.ts";
import type { ImportedEvent } from "#core/event/import/imported-event.ts";
import { quotable } from "#core/event/import/row-problems.ts";
import type { ImportReport } from "./output.ts";
import { type SoundRow, statementOf } from "./sound-row.ts";

/** Whether a row states another event than the row of the same name that came before it. */
export function isOtherwise(event: ImportedEvent, before: unknown): boolean {
  return plainText(statementOf(event)) !== plainText(before);
}

const plainText = (value: unknown) => canonicalJson(JSON.parse(JSON.stringify(value)));

/** What is said of such a row: it is not taken in, and what it says now is nowhere kept. */
export function otherwiseNote({ line, record, event }: SoundRow): ImportReport["notes"][number] {
  const message = "A row of this name came before and said something else. That one is kept, and this one is not.";
  return { line, record, rule: "row_was_otherwise", column: null, message, text: quotable(event.headline) };
}
