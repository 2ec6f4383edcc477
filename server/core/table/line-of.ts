const LINE_END = /\r\n|\n|\r/g;

/**
 * The line, from 1, on which the end of a text lies: LF, CRLF and a lone CR each end a line.
 *
 * @example
 * ["", "a\nb", "a\r\nb\r"].map(lineOf); // => [1, 2, 3]
 */
export function lineOf(before: string): number {
  let line = 1;
  for (const _ of before.matchAll(LINE_END)) line++;
  return line;
}
