/** Work that grows with the square of its text: what a count of work must be able to see. */
export function pairsOfPlaces(text: string): number {
  let spaces = 0;
  for (let from = 0; from < text.length; from++) {
    for (let at = from; at < text.length; at++) if (text[at] === " ") spaces++;
  }
  return spaces;
}
