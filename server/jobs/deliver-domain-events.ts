import type { ServiceContext } from "#services/context.ts";
import { deliverEvents } from "#services/outbox/deliver-events.ts";

/** What a process recorded and could not deliver itself, or what failed, reaches its consumers. */
export async function deliverDomainEvents(ctx: ServiceContext): Promise<void> {
  await deliverEvents(ctx);
}
