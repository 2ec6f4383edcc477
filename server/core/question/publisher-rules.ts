import { ensure } from "#core/errors.ts";

/** Who would publish a question, and whose words and rule it has. */
export interface Publisher {
  readonly publisherId: string;
  /** Everybody who wrote some of it: began the draft, revised it, or wrote a version of its rule. */
  readonly authorIds: readonly string[];
  /** The instance has one admin, who may do alone what else takes two. */
  readonly isSolo: boolean;
}

/**
 * Whether a question is published by one person alone, which the record says; throws unless the instance is in solo mode then.
 *
 * Errors: `publisher_must_not_be_drafter`.
 *
 * @example
 * isPublishedAlone({ publisherId: "ada", authorIds: ["mo"], isSolo: false }); // => false
 * isPublishedAlone({ publisherId: "mo", authorIds: ["ada", "mo"], isSolo: true }); // => true
 */
export function isPublishedAlone({ publisherId, authorIds, isSolo }: Publisher): boolean {
  const isAuthor = authorIds.includes(publisherId);
  ensure(isSolo || !isAuthor, "publisher_must_not_be_drafter");
  return isAuthor;
}
