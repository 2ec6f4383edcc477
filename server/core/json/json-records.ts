import { DomainError } from "#core/errors.ts";
import type { RuleValues } from "#core/rule-values.ts";
import { lineOf } from "#core/table/line-of.ts";

/** A record of a JSON file, by where it lies in the text. */
export interface JsonRecord {
  readonly at: number;
  readonly end: number;
  /** The line, from 1, that it begins on. */
  readonly line: number;
}

export interface JsonRecords {
  /** Whether they are in one array; else they follow one another, as a rule one a line. */
  readonly isList: boolean;
  readonly records: readonly JsonRecord[];
}

const TOKEN = /["[\]{},]|\r\n|\n|\r/g;
const SPACE = /[ \t\r\n]/;

/**
 * Where the records of a JSON file lie: those of an array, or those that follow one another. The text is not parsed, only its
 * brackets and quotes are matched, so that one record that is no JSON spoils no other, and numbers stay as they are written.
 *
 * Errors: `import_must_be_readable` where brackets or quotes do not close, or the file is neither.
 *
 * @example
 * jsonRecords('[{"a": 1},\n {"b": "]"}]'); // => { isList: true, records: [{ at: 1, end: 9, line: 1 }, { at: 12, end: 22, line: 2 }] }
 * jsonRecords('{"a": 1}\n{"b": 2}\n').records.length; // => 2
 */
export function jsonRecords(text: string): JsonRecords {
  const start = pastSpace(text, 0);
  const isList = text[start] === "[";
  if (!isList && text[start] !== "{") {
    throw unreadable({ reason: "no_records" });
  }
  const finder = new RecordFinder(text, isList);
  const end = finder.read(isList ? start + 1 : start);
  const rest = pastSpace(text, end);
  if (rest < text.length) throw unreadable({ reason: "array_more_behind", line: lineOf(text.slice(0, rest)) });
  return { isList, records: finder.records };
}

/** Reads from bracket to bracket, and keeps what lies between the commas of the outermost level. */
class RecordFinder {
  readonly records: JsonRecord[] = [];
  line: number;
  #depth = 0;
  #begun: JsonRecord | null = null;
  readonly #text: string;
  readonly #isList: boolean;

  constructor(text: string, isList: boolean) {
    this.#text = text;
    this.#isList = isList;
    this.line = lineOf(text.slice(0, pastSpace(text, 0)));
  }

  /** Gives the place behind the array, or the end of the text. */
  read(from: number): number {
    let at = from;
    while (at < this.#text.length) {
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(this.#text);
      this.#begin(at, token?.index ?? this.#text.length);
      if (!token) break;
      const [sign] = token;
      const end = TOKEN.lastIndex;
      if (sign === "]" && this.#depth === 0 && this.#isList) {
        this.#finish(token.index);
        return end;
      }
      at = this.#take(sign, token.index, end);
    }
    if (this.#isList || this.#depth > 0) {
      throw this.#neverEnds();
    }
    this.#finish(this.#text.length);
    return this.#text.length;
  }

  #take(sign: string, at: number, end: number): number {
    if (sign === '"') {
      this.#begin(at, end);
      return this.#pastString(at);
    }
    if (sign === "{" || sign === "[") {
      this.#begin(at, end);
      this.#depth++;
    } else if (sign === "}" || sign === "]") {
      if (--this.#depth < 0) throw unreadable({ reason: "bracket_not_opened", line: this.line });
      if (this.#depth === 0 && !this.#isList) this.#finish(end);
    } else if (sign === ",") {
      if (this.#depth === 0 && this.#isList) {
        this.#begun ??= { at, end: at, line: this.line };
        this.#finish(at);
      }
    } else this.line++;
    return end;
  }

  /** A record begins with the first thing that is not space. */
  #begin(at: number, until: number): void {
    if (this.#begun || until <= at) return;
    const start = pastSpace(this.#text, at);
    if (start < until) this.#begun = { at: start, end: start, line: this.line };
  }

  #finish(end: number): void {
    if (this.#begun) this.records.push({ ...this.#begun, end });
    this.#begun = null;
  }

  /**
   * Behind a string. JSON has no line ends in strings: where one is, the string is broken there, unless what follows its closing
   * quote shows that it goes on, and its record is no JSON.
   */
  #pastString(open: number): number {
    let close = this.#text.indexOf('"', open + 1);
    while (close >= 0 && isEscaped(this.#text, close)) close = this.#text.indexOf('"', close + 1);
    if (close < 0) throw unreadable({ reason: "quote_not_closed", line: this.line });
    const written = this.#text.slice(open, close);
    const broken = written.search(/[\r\n]/);
    if (broken < 0) return close + 1;
    if (!/[,:}\]]/.test(this.#text[pastSpace(this.#text, close + 1)] ?? "")) return open + broken;
    this.line += lineOf(written) - 1;
    return close + 1;
  }

  #neverEnds(): DomainError {
    const record = this.#begun;
    return unreadable(
      record && this.#depth > 0
        ? { reason: "record_never_ends", record: this.records.length + 1, line: record.line }
        : { reason: "array_never_ends" },
    );
  }
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

function pastSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.test(text[at] ?? "")) at++;
  return at;
}

const unreadable = (why: RuleValues["import_must_be_readable"]) =>
  new DomainError("import_must_be_readable", { ...why, field: "text" });
