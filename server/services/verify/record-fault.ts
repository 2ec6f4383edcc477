/** The first place where an export is not what was sealed. */
export interface RecordFault {
  /** Of the file. */
  readonly line: number;
  readonly kind: "altered" | "missing" | "re-ordered";
  readonly message: string;
}

export function fault(line: number, kind: RecordFault["kind"], message: string): RecordFault {
  return { line, kind, message };
}

/** A leaf as a person finds it. */
export function leafName({ index, of, id }: { index: number; of: string; id: string }): string {
  return `Leaf ${index} (${of.replaceAll("_", " ")} ${id})`;
}
