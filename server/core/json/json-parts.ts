import { DomainError } from "#core/errors.ts";
import type { RuleValues } from "#core/rule-values.ts";

/** One member of a JSON object, or one item of an array, as it is written. */
export interface JsonPart {
  /** The member's name; null of an item. */
  readonly key: string | null;
  readonly text: string;
  /** The line, from 1, that it begins on. */
  readonly line: number;
}

const BLANK = /\s/;

/**
 * The members of a JSON object or the items of an array, each as it is written: only brackets and quotes are matched, so that
 * one that is no JSON spoils no other.
 *
 * Units: lines are counted from `fromLine`.
 * Errors: `import_must_be_readable` where the text is neither, or where its brackets do not close. O(n), whatever the nesting.
 * Source: RFC 8259. A quote that is not closed on its line is no string, so that the part it is in ends with its bracket.
 *
 * @example
 * jsonParts('{"due": "2024-07-21",\n "rows": [1, NaN]}'); // => [{ key: "due", text: '"2024-07-21"', line: 1 }, { key: "rows", text: "[1, NaN]", line: 2 }]
 * jsonParts("[1,\n{}]", 7); // => [{ key: null, text: "1", line: 7 }, { key: null, text: "{}", line: 8 }]
 */
export function jsonParts(text: string, fromLine = 1): JsonPart[] {
  return new PartFinder(text, fromLine).read();
}

class PartFinder {
  readonly #parts: JsonPart[] = [];
  readonly #text: string;
  #line: number;
  #depth = 0;
  /** Where the part that is being read begins, and on which line; −1 between parts. */
  #begins = -1;
  #beginsOn = 0;
  #key: string | null = null;
  /** Up to where quotes are signs like others. */
  #plainUntil = 0;

  constructor(text: string, fromLine: number) {
    this.#text = text;
    this.#line = fromLine;
  }

  read(): JsonPart[] {
    const text = this.#text;
    let at = 0;
    while (BLANK.test(text[at] ?? "")) at = this.#pastBlank(at);
    if (text[at] !== "{" && text[at] !== "[") throw unreadable({ reason: "neither_json" });
    for (; at < text.length; ) {
      at = this.#past(at);
      if (this.#depth === 0) return this.#whole(at);
    }
    throw unreadable({ reason: "never_ends", line: this.#beginsOn });
  }

  /** Reads one sign, string or blank, and gives the place behind it. */
  #past(at: number): number {
    const sign = this.#text[at] as string;
    if (BLANK.test(sign)) return this.#pastBlank(at);
    if (sign === "," && this.#depth === 1) {
      this.#finish(at);
      return at + 1;
    }
    if (sign === "]" || sign === "}") {
      if (--this.#depth === 0) this.#finish(at);
      return at + 1;
    }
    if (sign === ":" && this.#depth === 1 && this.#key === null) {
      this.#key = nameOf(this.#text.slice(this.#begins, at));
      this.#begins = -1;
      return at + 1;
    }
    if (this.#begins < 0 && this.#depth > 0) [this.#begins, this.#beginsOn] = [at, this.#line];
    if (sign === '"') return this.#pastString(at);
    if (sign === "[" || sign === "{") this.#depth++;
    return at + 1;
  }

  #pastBlank(at: number): number {
    const isLineEnd = this.#text[at] === "\n" || (this.#text[at] === "\r" && this.#text[at + 1] !== "\n");
    if (isLineEnd) this.#line++;
    return at + 1;
  }

  #pastString(at: number): number {
    if (at < this.#plainUntil) return at + 1;
    let next = at + 1;
    for (; next < this.#text.length; next++) {
      const sign = this.#text[next];
      if (sign === '"') return next + 1;
      if (sign === "\n" || sign === "\r") break;
      if (sign === "\\") next++;
    }
    this.#plainUntil = next;
    return at + 1;
  }

  #finish(end: number): void {
    if (this.#begins >= 0) {
      this.#parts.push({ key: this.#key, text: this.#text.slice(this.#begins, end).trimEnd(), line: this.#beginsOn });
    }
    this.#begins = -1;
    this.#key = null;
  }

  #whole(end: number): JsonPart[] {
    const rest = this.#text.slice(end).search(/\S/);
    if (rest >= 0) throw unreadable({ reason: "more_behind", line: this.#line });
    return this.#parts;
  }
}

function nameOf(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.trim();
  }
}

const unreadable = (why: RuleValues["import_must_be_readable"]) => new DomainError("import_must_be_readable", why);
