/** A label in at most `lines` lines of about `width` characters, broken between words; what does not fit ends in "…". */
export function wrapLabel(label: string, width: number, lines: number): string[] {
  const words = label.trim().split(/\s+/);
  const wrapped: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    if (line !== "") wrapped.push(line);
    line = word;
  }
  if (line !== "") wrapped.push(line);
  const kept = wrapped.slice(0, lines);
  return kept.map((text, index) => {
    const isCut = index === lines - 1 && wrapped.length > lines;
    return isCut || text.length > width ? `${text.slice(0, width - 1).trimEnd()}…` : text;
  });
}
