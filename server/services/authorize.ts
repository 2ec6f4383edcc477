import { DomainError } from "#core/errors.ts";
import { type Action, type Actor, may } from "#core/permissions.ts";
import type { ServiceContext } from "./context.ts";

/** The first line of every command: throws unless the actor may do this. */
export function authorize(ctx: ServiceContext, action: Action): void {
  if (may(ctx.actor, action)) return;
  if (ctx.actor.kind === "anonymous") throw new DomainError("actor_must_be_signed_in", "Sign in to do this.");
  throw new DomainError("actor_must_be_permitted", "Your role does not allow this.");
}

/** As `authorize`, for commands that only a person can carry out; gives that person. */
export function authorizePerson(ctx: ServiceContext, action: Action): Extract<Actor, { kind: "user" }> {
  authorize(ctx, action);
  if (ctx.actor.kind !== "user") throw new DomainError("actor_must_be_signed_in", "Only a person can do this.");
  return ctx.actor;
}
