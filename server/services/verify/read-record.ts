import { z } from "zod";
import { fault, type RecordFault } from "./record-fault.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

const recordLine = z.strictObject({
  kind: z.literal("record"),
  version: z.literal(1),
  leaves: count,
  seals: count,
  bots: z.array(z.string()),
});
const leafLine = z.strictObject({
  kind: z.literal("leaf"),
  index: count,
  of: z.string(),
  id: z.string(),
  hash,
  /** Absent where the record is no longer in the database. */
  value: z.record(z.string(), z.json()).optional(),
});
const sealLine = z.strictObject({
  kind: z.literal("seal"),
  number: count,
  fromIndex: count,
  untilIndex: count,
  root: hash,
  previousRoot: hash,
  consistency: z.array(hash),
  at: z.iso.datetime(),
  hash,
});
const endLine = z.strictObject({ kind: z.literal("end"), lines: count, sha256: hash });
const LINES = { record: recordLine, leaf: leafLine, seal: sealLine, end: endLine } as const;

type Placed<Line> = Line & { readonly line: number };
export type LeafLine = Placed<z.infer<typeof leafLine>>;
export type SealLine = Placed<z.infer<typeof sealLine>>;
type RecordLine = LeafLine | SealLine | Placed<z.infer<typeof recordLine>> | Placed<z.infer<typeof endLine>>;

/** An export as it was read: its lines in order, the ones that no program could have written, and its bytes. */
export interface ReadRecord {
  readonly bytes: Buffer;
  readonly lines: readonly RecordLine[];
  readonly unreadable: RecordFault | null;
}

const NEWLINE = 10;

/** Reads the lines of an export that tell the record; those of the bundle are for `score` and `import` to read. */
export function readRecord(bytes: Buffer): ReadRecord {
  const lines: RecordLine[] = [];
  let unreadable: RecordFault | null = null;
  for (let from = 0, number = 1; from < bytes.length; number++) {
    const found = bytes.indexOf(NEWLINE, from);
    const until = found < 0 ? bytes.length : found;
    const read = lineOf(bytes.toString("utf8", from, until), number);
    if (read === "unreadable") unreadable ??= fault(number, "altered", "The line cannot be read.");
    else if (read) lines.push(read);
    from = until + 1;
  }
  return { bytes, lines, unreadable };
}

function lineOf(text: string, line: number): RecordLine | "unreadable" | null {
  try {
    const value = JSON.parse(text) as { kind?: unknown };
    const kind = typeof value?.kind === "string" ? value.kind : "";
    if (!Object.hasOwn(LINES, kind)) return kind === "" ? "unreadable" : null;
    const parsed = LINES[kind as keyof typeof LINES].safeParse(value);
    return parsed.success ? { ...parsed.data, line } : "unreadable";
  } catch {
    return "unreadable";
  }
}

export function leavesOf({ lines }: ReadRecord): LeafLine[] {
  return lines.filter((line) => line.kind === "leaf");
}

export function sealsOf({ lines }: ReadRecord): SealLine[] {
  return lines.filter((line) => line.kind === "seal");
}
