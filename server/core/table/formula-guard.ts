/** With one of these signs, in either width, a spreadsheet takes a cell for a formula; also after spaces, which some take away. */
const AT_RISK = /^'*(?:\t|\s*[=+\-@＝＋－＠])/;
const GUARDED = /^'(?='*(?:\t|\s*[=+\-@＝＋－＠]))/;
const NUMBER = /^[-+]?(?:\d+(?:[.,]\d+)*|\.\d+)(?:e[-+]?\d+)?$/i;
const LINE_ENDS = /(\r\n|\n|\r)/;

/** Each line of a cell changed, since not every program minds the quotes around them; line ends stay as they are. */
function byLine(cell: string, change: (line: string) => string): string {
  return cell
    .split(LINE_ENDS)
    .map((part, i) => (i % 2 === 0 ? change(part) : part))
    .join("");
}

/**
 * A cell as it may stand in a table that somebody opens in a spreadsheet: what would be taken for a formula has an apostrophe
 * before it, as spreadsheets themselves mark text. A number stays a number. `unguardedCell` takes it off again.
 *
 * Source: OWASP, CSV injection; own rule for lines within a cell and for spaces before a sign.
 *
 * @example
 * ["=1+1", " @SUM(A1)", "-5.2", "a\n+b"].map(guardedCell); // => ["'=1+1", "' @SUM(A1)", "-5.2", "a\n'+b"]
 */
export function guardedCell(cell: string): string {
  if (NUMBER.test(cell)) return cell;
  return byLine(cell, (line) => (AT_RISK.test(line) ? `'${line}` : line));
}

/**
 * A cell of a table that was written with `guardedCell`, as it was before.
 *
 * @example
 * ["'=1+1", "'-5", "'tis", "-5.2"].map(unguardedCell); // => ["=1+1", "-5", "'tis", "-5.2"]
 */
export function unguardedCell(cell: string): string {
  return byLine(cell, (line) => line.replace(GUARDED, ""));
}

/**
 * A row that could not be read as cells, guarded wherever one of its cells may begin. It is mended by hand, not read back.
 *
 * @example
 * guardedText('=a;"@b;c', ";"); // => '\'=a;"\'@b;c'
 */
export function guardedText(text: string, delimiter: string): string {
  return byLine(text, (line) => line.split(delimiter).map(guardedPiece).join(delimiter));
}

function guardedPiece(piece: string): string {
  const [, quote = "", rest = ""] = /^("*)(.*)$/s.exec(piece) ?? [];
  return NUMBER.test(rest) || rest.startsWith("'") || !AT_RISK.test(rest) ? piece : `${quote}'${rest}`;
}
