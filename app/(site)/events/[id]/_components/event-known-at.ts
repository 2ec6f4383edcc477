import { TRPCError } from "@trpc/server";
import type { EventView } from "#app/_events/event-view.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";

/** The event as it was known at an instant (now when left out); null when it was recorded only later. */
export async function eventKnownAt(eventId: string, asOf: Date | undefined): Promise<EventView | null> {
  const caller = await api();
  if (!asOf) return orNotFound(caller.event.byId({ eventId }));
  try {
    return await caller.event.byId({ eventId, asOf });
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code !== "NOT_FOUND") return orNotFound(Promise.reject(error));
    await orNotFound(caller.event.byId({ eventId }));
    return null;
  }
}
