import type { NamedCount, PlacedRemark, RowCounts } from "#core/event/import/added-reports.ts";

const MAX_NOTES = 20;

/** What became of the rows of a file, in lines for a terminal. */
export function eventReportText(report: RowCounts): string {
  const { rows, added, known, repeated, leftOut, byType, byRule, byNote, unmapped, faults, notes } = report;
  const noted = byNote.reduce((sum, { count }) => sum + count, 0);
  const lines = [
    `${rows} ${rows === 1 ? "row" : "rows"}: ${added} new in the inbox, ${known} known already, ${repeated} repeated in the file, ${leftOut} left out.`,
    `  by type: ${inWords(byType) || "none"}`,
    ...(leftOut > 0 ? [`  left out because: ${inWords(byRule)}`] : []),
    ...(unmapped.length > 0 ? [`  without a type: ${inWords(unmapped)}`] : []),
    ...faults.map((fault) => `  ${remarkText(fault)}`),
    ...more(leftOut - faults.length, "more rows left out; --left-out FILE writes all of them"),
    ...(noted > 0 ? [`  taken otherwise than written: ${inWords(byNote)}`] : []),
    ...notes.slice(0, MAX_NOTES).map((note) => `  note: ${remarkText(note)}`),
    ...more(noted - Math.min(notes.length, MAX_NOTES), "more notes"),
  ];
  return lines.join("\n");
}

const inWords = (counts: readonly NamedCount[]) =>
  counts.map(({ name, count }) => `${oneLine(name)} ${count}`).join(", ");
const more = (count: number, words: string) => (count > 0 ? [`  … and ${count} ${words}`] : []);

function remarkText({ line, record, column, rule, message, text }: PlacedRemark<string>): string {
  const place = record === null ? `line ${line}` : `record ${record} (line ${line})`;
  const words = text === "" || message.includes(text) ? "" : ` It says: ${text}`;
  return oneLine(`${place}${column === null ? "" : `, ${column}`}: ${message}${words} (${rule})`);
}

/** Others' words on one line, without the codes that a terminal would obey. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}
