import type { ReadRecord } from "./read-record.ts";
import { fault, leafName, type RecordFault } from "./record-fault.ts";

/** Whether every leaf and seal that was announced is there, once, in its place. */
export function checkOrder({ lines }: ReadRecord): RecordFault | null {
  const [head] = lines;
  if (head?.kind !== "record") return fault(head?.line ?? 1, "missing", "The export does not say what it holds.");
  const indices = new Set(lines.flatMap((line) => (line.kind === "leaf" ? [line.index] : [])));
  const numbers = new Set(lines.flatMap((line) => (line.kind === "seal" ? [line.number] : [])));
  let [leaf, seal] = [0, 1];
  for (const line of lines.slice(1)) {
    if (line.kind === "leaf") {
      if (line.index !== leaf) return misplaced(line.line, leafName(line), `Leaf ${leaf}`, indices.has(leaf));
      leaf += 1;
    } else if (line.kind === "seal") {
      if (line.number !== seal) return misplaced(line.line, `Seal ${line.number}`, `Seal ${seal}`, numbers.has(seal));
      if (line.untilIndex !== leaf) return fault(line.line, "missing", `Seal ${seal} stands after leaf ${leaf - 1}.`);
      seal += 1;
    } else if (line !== lines.at(-1)) return fault(line.line, "re-ordered", "This line belongs elsewhere.");
  }
  const end = lines.at(-1)?.line ?? 1;
  if (leaf !== head.leaves) return fault(end, "missing", `Leaf ${leaf} and what follows it.`);
  if (seal - 1 !== head.seals) return fault(end, "missing", `Seal ${seal} and what follows it.`);
  return null;
}

function misplaced(line: number, found: string, expected: string, isElsewhere: boolean): RecordFault {
  return isElsewhere
    ? fault(line, "re-ordered", `${found} stands where ${expected.toLowerCase()} belongs.`)
    : fault(line, "missing", `${expected}: ${found.toLowerCase()} stands in its place.`);
}
