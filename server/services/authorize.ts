import { type Account, accountOf, isAnonymous } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { type Action, may } from "#core/permissions.ts";
import type { ServiceContext } from "./context.ts";

/** The first line of every command: throws unless the actor may do this. */
export function authorize(ctx: ServiceContext, action: Action): void {
  if (may(ctx.actor, action)) return;
  if (isAnonymous(ctx.actor)) throw new DomainError("actor_must_be_signed_in", { reason: "anonymous" });
  throw new DomainError("actor_must_be_permitted");
}

/** As `authorize`, for commands that only an account can carry out; gives that account. */
export function authorizePerson(ctx: ServiceContext, action: Action): Account {
  authorize(ctx, action);
  const account = accountOf(ctx.actor);
  if (!account) throw new DomainError("actor_must_be_signed_in", { reason: "not_a_person" });
  return account;
}
