import { type ListName, readCursor } from "#core/list-cursor.ts";
import { ownPath } from "#core/request/own-path.ts";
import { withoutUnseen } from "#core/text/text-fault.ts";
import { statedDay } from "#core/time/stated-day.ts";

/** What stands behind the question mark of an address, as Next hands it on. */
export type AddressQuery = Readonly<Record<string, string | string[] | undefined>>;

const MAX_CHARACTERS = 200;
const MAX_SLUG = 120;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ACTOR = /^([A-Z]{3}){1,5}$/;
const ORDINAL = /^[1-9]\d{0,8}$/;

/** Whether a text is the last part of the address of a topic, a question or a tournament. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && SLUG.test(text);
}

/**
 * Reads the parameters of an address. Whoever wrote it, each is what it should be or undefined, so that every address shows a
 * page: what cannot be asked for is not asked for.
 */
export function addressParams(query: AddressQuery) {
  /** One line of text, as far as it can be seen; undefined when nothing is left of it. */
  function text(name: string, most = MAX_CHARACTERS): string | undefined {
    const given = Object.hasOwn(query, name) ? query[name] : undefined;
    if (typeof given !== "string") return undefined;
    const seen = withoutUnseen(given.slice(0, 4 * most).normalize("NFC"))
      .replaceAll(/\s+/g, " ")
      .trim();
    return withoutUnseen(seen.slice(0, most)) || undefined;
  }
  function fitting(name: string, form: RegExp): string | undefined {
    const given = text(name);
    return given !== undefined && form.test(given) ? given : undefined;
  }
  return {
    text,
    slug(name: string): string | undefined {
      const slug = text(name);
      return slug !== undefined && isSlug(slug) ? slug : undefined;
    },
    id: (name: string) => fitting(name, UUID),
    actor(name: string): string | undefined {
      const code = text(name)?.toUpperCase();
      return code !== undefined && ACTOR.test(code) ? code : undefined;
    },
    /** The number of something that is counted from one. */
    ordinal(name: string): number | undefined {
      const digits = fitting(name, ORDINAL);
      return digits === undefined ? undefined : Number(digits);
    },
    /** A day that exists, as it is written. */
    day(name: string): string | undefined {
      const day = text(name);
      return day !== undefined && statedDay(day) !== null ? day : undefined;
    },
    oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
      const given = text(name);
      return words.find((word) => word === given);
    },
    /** A page of this site to go on to, told from the text as it is: "/" for what is none. */
    ownPath: (name: string) => ownPath(Object.hasOwn(query, name) ? query[name] : undefined),
    /** Where a list goes on; for a text that is no place in it, undefined, which is its first page. */
    cursor(list: ListName, name = "cursor"): string | undefined {
      const cursor = text(name);
      return cursor !== undefined && readCursor(list, cursor) !== null ? cursor : undefined;
    },
  };
}
