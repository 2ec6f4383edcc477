import { ensure } from "#core/errors.ts";

/** Who would publish a question, and whose words and rule it has. */
export interface Publisher {
  readonly publisherId: string;
  /** Whoever began the draft, and whoever wrote the version of the rule that would decide. */
  readonly drafterIds: readonly string[];
  /** The instance has one admin, who may do alone what else takes two. */
  readonly isSolo: boolean;
}

/**
 * Throws unless somebody other than its drafters publishes a question, or the instance is in solo mode.
 *
 * Errors: `publisher_must_not_be_drafter`.
 *
 * @example
 * ensurePublisherMayPublish({ publisherId: "ada", drafterIds: ["mo"], isSolo: false }); // => undefined
 * ensurePublisherMayPublish({ publisherId: "mo", drafterIds: ["mo"], isSolo: true }); // => undefined
 */
export function ensurePublisherMayPublish({ publisherId, drafterIds, isSolo }: Publisher): void {
  ensure(
    isSolo || !drafterIds.includes(publisherId),
    "publisher_must_not_be_drafter",
    "Somebody else must publish what you drafted: another moderator or an admin.",
  );
}
