export type Role = "forecaster" | "moderator" | "admin";
export const ROLES: readonly Role[] = ["forecaster", "moderator", "admin"];

/** What a token may be used for, at most: its owner chooses some. */
export const SCOPES = ["read", "forecast", "trade", "moderate", "administer"] as const;
export type Scope = (typeof SCOPES)[number];

/** An account that acts: a person's, or a bot's. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Whoever acts: somebody not signed in, a person, a program with a token of theirs, or Parley itself (a job, the command line). */
export type Actor =
  | { readonly kind: "anonymous" }
  | ({
      readonly kind: "user";
      /** The session they came by; absent where no request from outside is behind it. */
      readonly sessionId?: string;
    } & Account)
  | ({
      readonly kind: "token";
      readonly tokenId: string;
      readonly scopes: readonly Scope[];
      /** The person who answers for it. The account is their own, or that of a bot of theirs. */
      readonly ownerId: string;
    } & Account)
  | { readonly kind: "job"; readonly name: string };

/**
 * The account that acts; null where there is none.
 *
 * Source: definition.
 *
 * @example
 * accountOf({ kind: "user", id: "1", name: "Fay", role: "forecaster" })?.name; // => "Fay"
 * accountOf({ kind: "job", name: "nightly" }); // => null
 */
export function accountOf(actor: Actor): Account | null {
  return actor.kind === "user" || actor.kind === "token" ? actor : null;
}

/**
 * The id of the account that acts; null where there is none.
 *
 * Source: definition.
 *
 * @example
 * accountIdOf({ kind: "user", id: "1", name: "Fay", role: "forecaster" }); // => "1"
 * accountIdOf({ kind: "anonymous" }); // => null
 */
export function accountIdOf(actor: Actor): string | null {
  return accountOf(actor)?.id ?? null;
}

/**
 * The session by which somebody acts; undefined where they act by no session.
 *
 * Source: definition.
 *
 * @example
 * sessionIdOf({ kind: "user", id: "1", name: "Fay", role: "forecaster", sessionId: "s" }); // => "s"
 * sessionIdOf({ kind: "anonymous" }); // => undefined
 */
export function sessionIdOf(actor: Actor): string | undefined {
  return actor.kind === "user" ? actor.sessionId : undefined;
}

/**
 * Whether somebody acts who has not signed in.
 *
 * Source: definition.
 *
 * @example
 * isAnonymous({ kind: "anonymous" }); // => true
 */
export function isAnonymous(actor: Actor): boolean {
  return actor.kind === "anonymous";
}

/**
 * Who acted, as the audit log has it. Somebody who signs up is a person whose account does not exist yet.
 *
 * Source: own rule.
 *
 * @example
 * auditedActor({ kind: "job", name: "nightly" }); // => { kind: "job", id: null, details: { job: "nightly" } }
 * auditedActor({ kind: "anonymous" }); // => { kind: "user", id: null, details: {} }
 */
export function auditedActor(actor: Actor): {
  readonly kind: "user" | "token" | "job";
  readonly id: string | null;
  readonly details: { readonly job?: string; readonly token?: string };
} {
  switch (actor.kind) {
    case "anonymous":
      return { kind: "user", id: null, details: {} };
    case "user":
      return { kind: "user", id: actor.id, details: {} };
    case "token":
      return { kind: "token", id: actor.id, details: { token: actor.tokenId } };
    case "job":
      return { kind: "job", id: null, details: { job: actor.name } };
  }
}
