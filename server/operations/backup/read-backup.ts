import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { DomainError } from "#core/errors.ts";
import {
  type BackupHead,
  endLine,
  headLine,
  type KeptTable,
  type Sequences,
  sequencesLine,
  tableEndLine,
  tableLine,
} from "./backup-lines.ts";

const NEWLINE = 10;
const MAX_LINE_BYTES = 256 * 2 ** 20;
const ROWS_AT_ONCE = 1_000;
const BYTES_AT_ONCE = 1_000_000;

/** The parts of a backup, in the order in which they come. */
export type BackupPart =
  | { readonly kind: "head"; readonly head: BackupHead }
  | { readonly kind: "table"; readonly table: string; readonly columns: readonly string[] }
  /** Some rows of the table that came last, each a line of JSON. */
  | { readonly kind: "rows"; readonly rows: readonly string[] }
  | { readonly kind: "table-end"; readonly table: KeptTable }
  | { readonly kind: "sequences"; readonly sequences: Sequences };

function broken(detail: string): DomainError {
  return new DomainError("backup_must_be_whole", { reason: "damaged", detail });
}

/** The lines of a packed file, without their ends. What is in memory does not grow with the file. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.on("error", (error) => unpacked.destroy(error));
  let rest = Buffer.alloc(0);
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    let text = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE)) {
      yield text.subarray(0, end);
      text = text.subarray(end + 1);
    }
    if (text.length > MAX_LINE_BYTES) throw broken("it has a line without end.");
    rest = Buffer.from(text);
  }
  if (rest.length > 0) throw broken("its last line is cut off.");
}

export interface OpenBackup {
  readonly head: BackupHead;
  /** What follows; it throws where the file is not as it was written, and all of it is only known to be whole at the end. */
  readonly parts: AsyncIterable<BackupPart>;
}

/** Reads a backup once to its end, so that nothing is begun with one that is damaged, and then begins to read it for good. */
export async function openBackup(file: string): Promise<OpenBackup> {
  for await (const _ of partsOf(file));
  const parts = partsOf(file);
  const { value } = await parts.next();
  if (value?.kind !== "head") throw broken("it is empty.");
  return { head: value.head, parts };
}

async function* partsOf(file: string): AsyncGenerator<BackupPart> {
  const reader = new BackupReader();
  try {
    for await (const line of linesOf(file)) yield* reader.take(line);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith("Z_")) throw broken(`${reader.place()} cannot be unpacked (${message}).`);
    throw new DomainError("backup_must_be_readable", { reason: "unreadable", file, detail: message });
  }
  reader.finish();
}

/** The table whose rows are being read. */
interface OpenTable {
  readonly name: string;
  readonly hash: Hash;
  rows: number;
}

class BackupReader {
  readonly #whole = createHash("sha256");
  #lines = 0;
  #missing: string[] | undefined;
  #table: OpenTable | undefined;
  #pending: { rows: string[]; bytes: number } = { rows: [], bytes: 0 };
  #hasSequences = false;
  #hasEnded = false;

  /** What is being read, in words. */
  place(): string {
    if (this.#table) return `the table ${this.#table.name}, after ${this.#table.rows} rows,`;
    return this.#missing === undefined ? "its beginning" : `what follows line ${this.#lines}`;
  }

  *take(line: Buffer): Generator<BackupPart> {
    if (this.#hasEnded) throw broken("something follows its end.");
    const text = line.toString("utf8");
    if (this.#table && text.startsWith("[")) return yield* this.#takeRow(line, text);
    yield* this.#flush();
    if (text.startsWith('{"parley":"end"')) return this.#takeEnd(text);
    this.#count(line);
    yield this.#takePart(text);
  }

  finish(): void {
    if (!this.#hasEnded) throw broken("its end is missing.");
  }

  #count(line: Buffer): void {
    this.#whole.update(line).update("\n");
    this.#lines++;
  }

  *#takeRow(line: Buffer, text: string): Generator<BackupPart> {
    if (!this.#table) return;
    this.#count(line);
    this.#table.hash.update(line).update("\n");
    this.#table.rows++;
    this.#pending.rows.push(text);
    this.#pending.bytes += line.length;
    if (this.#pending.rows.length >= ROWS_AT_ONCE || this.#pending.bytes >= BYTES_AT_ONCE) yield* this.#flush();
  }

  *#flush(): Generator<BackupPart> {
    const { rows } = this.#pending;
    this.#pending = { rows: [], bytes: 0 };
    if (rows.length > 0) yield { kind: "rows", rows };
  }

  #takePart(text: string): BackupPart {
    if (this.#missing === undefined) return this.#takeHead(text);
    if (this.#table) return this.#takeTableEnd(this.#table, text);
    if (text.startsWith('{"sequences"')) {
      if (this.#missing.length > 0) throw broken(`the table ${this.#missing[0]} is missing.`);
      this.#hasSequences = true;
      return { kind: "sequences", sequences: parsed(sequencesLine, text, this.place()).sequences };
    }
    const { table, columns } = parsed(tableLine, text, this.place());
    const expected = this.#missing.shift();
    if (table !== expected) throw broken(`the table ${expected ?? "(none)"} is missing: ${table} stands in its place.`);
    this.#table = { name: table, rows: 0, hash: createHash("sha256") };
    return { kind: "table", table, columns };
  }

  #takeHead(text: string): BackupPart {
    const head = headLine.safeParse(jsonOr(text)).data;
    if (!head) throw new DomainError("backup_must_be_readable", { reason: "no_backup" });
    this.#missing = [...head.tables];
    return { kind: "head", head };
  }

  #takeTableEnd(table: OpenTable, text: string): BackupPart {
    const { end, rows, sha256 } = parsed(tableEndLine, text, this.place());
    this.#table = undefined;
    if (end !== table.name || rows !== table.rows) {
      throw broken(`the table ${table.name} has ${table.rows} rows, and ${rows} were written.`);
    }
    if (table.hash.digest("hex") !== sha256) throw broken(`the table ${table.name} is not as it was written.`);
    return { kind: "table-end", table: { name: end, rows, sha256 } };
  }

  #takeEnd(text: string): void {
    const { lines, sha256 } = parsed(endLine, text, this.place());
    if (this.#table) throw broken(`the end of the table ${this.#table.name} is missing.`);
    if (!this.#hasSequences) throw broken("the sequences are missing.");
    if (lines !== this.#lines || sha256 !== this.#whole.digest("hex"))
      throw broken("its lines are not as they were written.");
    this.#hasEnded = true;
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parsed<T>(schema: z.ZodType<T>, text: string, place: string): T {
  const { data } = schema.safeParse(jsonOr(text));
  if (data === undefined) throw broken(`${place} has a line that nobody wrote.`);
  return data;
}
