import type { SignalListView, SignalView } from "#app/_signals/signal-view.ts";
import { api } from "#app/_trpc/server.ts";

/** The signal that an address asks to change, when it is one of these. */
export async function signalToChange(
  signals: readonly SignalListView[],
  signalId: string | undefined,
): Promise<SignalView | undefined> {
  const listed = signals.find(({ id }) => id === signalId);
  return listed ? (await api()).signal.byId({ signalId: listed.id }) : undefined;
}
