import type { NamedElsewhere } from "#core/bundle/bundle-faults.ts";
import type { FileFault } from "#core/rule-values.ts";
import {
  BUNDLE_FORMAT,
  BUNDLE_KINDS,
  BUNDLE_VERSION,
  type BundleDocument,
  type BundleKind,
} from "./bundle-document.ts";
import { issueFaults } from "./issue-text.ts";

/** A place in a file: in words, and as a number that puts places in order. */
export interface FilePlace {
  readonly text: string;
  readonly order: number;
}

/** Something wrong at a place of a file. */
export interface PlacedFault {
  readonly order: number;
  readonly text: FileFault;
}

/** Gathers the records of a bundle as they are read: those of the right shape, and what is wrong with the others. */
export class BundleShape {
  readonly #lists = new Map<string, unknown[]>(Object.values(BUNDLE_KINDS).map(({ list }) => [list, []]));
  readonly #places = new Map<string, FilePlace[]>(Object.values(BUNDLE_KINDS).map(({ list }) => [list, []]));
  readonly #elsewhere = {
    questions: new Set<string>(),
    forecasters: new Set<string>(),
    events: new Set<string>(),
    coverage: new Set<string>(),
  };
  readonly #faults: PlacedFault[] = [];

  /** Something wrong with a place, or with a member of the record there. */
  wrong(place: FilePlace, message: string, field = ""): void {
    const text = field === "" ? place.text : joined(place.text, field);
    this.#faults.push({ order: place.order, text: `${text}: ${message}` });
  }

  add(kind: BundleKind, value: unknown, place: FilePlace): void {
    const { list, record } = BUNDLE_KINDS[kind];
    const parsed = record.safeParse(value);
    if (parsed.success) {
      this.#lists.get(list)?.push(parsed.data);
      this.#places.get(list)?.push(place);
      return;
    }
    for (const { field, message } of issueFaults(parsed.error.issues)) this.wrong(place, message, field);
    const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
    if (typeof id === "string" && Object.hasOwn(this.#elsewhere, list))
      this.#elsewhere[list as keyof NamedElsewhere].add(id);
  }

  read() {
    const document = { format: BUNDLE_FORMAT, version: BUNDLE_VERSION, ...Object.fromEntries(this.#lists) };
    return {
      document: document as unknown as BundleDocument,
      faults: this.#faults as readonly PlacedFault[],
      elsewhere: this.#elsewhere as NamedElsewhere,
      placeOf: (list: keyof BundleDocument, index: number) =>
        this.#places.get(list)?.[index] ?? { text: list, order: Number.MAX_SAFE_INTEGER },
    };
  }
}

/** A member behind its place: `questions[3].range.max`, `line 7: range.max`. */
export function joined(place: string, field: string): string {
  if (place === "") return field;
  return place.startsWith("line ") ? `${place}: ${field}` : `${place}.${field}`;
}
