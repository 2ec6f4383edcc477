import { DomainError } from "./errors.ts";
import { EARLIEST_INSTANT } from "./time/instant-bounds.ts";

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const LATEST_INSTANT = 8.64e15;
const GREATEST_BIGINT = 9_223_372_036_854_775_807n;
const isBigint = (text: string) => BigInt(text.replace("-", "")) <= GREATEST_BIGINT;

/** What a place in a list is made of, each as the database takes it. */
const PARTS = {
  /** Epoch milliseconds. */
  instant: {
    form: "-?\\d{1,16}",
    isSound: (text: string) => Number(text) >= EARLIEST_INSTANT && Number(text) <= LATEST_INSTANT,
  },
  id: { form: UUID, isSound: () => true },
  count: { form: "\\d{1,9}", isSound: () => true },
  bigint: { form: "-?\\d{1,19}", isSound: isBigint },
  number: {
    form: "-?\\d{1,19}(?:\\.\\d{1,20})?(?:e[+-]?\\d{1,2})?",
    isSound: (text: string) => Math.abs(Number(text)) < 9e18,
  },
} as const;

/** The lists that are read a page at a time, and what the last row of a page is known by. */
const LISTS = {
  audit: ["bigint"],
  board: ["count", "count", "number", "id"],
  events: ["instant", "id"],
  forecasts: ["instant", "bigint"],
  inbox: ["instant", "id"],
  notices: ["id"],
  people: ["id"],
  profit: ["count", "bigint", "id"],
  questions: ["number", "id"],
  scores: ["instant", "id"],
  statement: ["bigint"],
} as const satisfies Record<string, readonly (keyof typeof PARTS)[]>;

export type ListName = keyof typeof LISTS;

type Each<Parts extends readonly unknown[], Value> = { readonly [Part in keyof Parts]: Value };
/** As many texts as the list's places have parts. */
type PlaceInList<List extends ListName> = Each<(typeof LISTS)[List], string>;

const FORMS = Object.fromEntries(
  Object.entries(LISTS).map(([list, parts]) => [
    list,
    new RegExp(`^${parts.map((part) => `(${PARTS[part].form})`).join("_")}$`),
  ]),
) as Record<ListName, RegExp>;

/**
 * The parts of a cursor, when it is one of the list; null for any other text.
 *
 * Units: those of the list; texts that the database takes as they are.
 * Source: own form: the parts, joined by underscores.
 *
 * @example
 * readCursor("audit", "17"); // => ["17"]
 * readCursor("events", "x"); // => null
 * readCursor("statement", "9999999999999999999"); // => null
 */
export function readCursor<List extends ListName>(list: List, cursor: string): PlaceInList<List> | null {
  const found = FORMS[list].exec(cursor)?.slice(1);
  const isSound = found?.every((text, i) =>
    PARTS[(LISTS[list] as readonly (keyof typeof PARTS)[])[i] ?? "id"].isSound(text),
  );
  return found && isSound ? (found as unknown as PlaceInList<List>) : null;
}

/**
 * Where a page of a list goes on: null for the first page, else the parts of its cursor, or an error.
 *
 * Errors: `cursor_must_be_of_this_list` for a cursor that is none of the list.
 *
 * @example
 * placeInList("audit", undefined); // => null
 */
export function placeInList<List extends ListName>(list: List, cursor: string | undefined): PlaceInList<List> | null {
  if (cursor === undefined) return null;
  const place = readCursor(list, cursor);
  if (!place) throw new DomainError("cursor_must_be_of_this_list", { field: "cursor" });
  return place;
}

/**
 * The cursor of a place in a list.
 *
 * @example
 * cursorOf("forecasts", [1_770_000_000_000, 12n]); // => "1770000000000_12"
 */
export function cursorOf<List extends ListName>(
  _list: List,
  parts: Each<(typeof LISTS)[List], string | number | bigint>,
): string {
  return (parts as readonly unknown[]).join("_");
}
