/** How long what was found is believed: long enough to cost nothing, short enough that few requests meet a fault themselves. */
const BELIEVED_MS = 250;

/**
 * Tells whether the database can be reached, asking it four times a second at most, and again at once when it did not answer in
 * time: where this process itself was busy, the answer may have been there.
 */
export function databaseDoor(ping: () => Promise<void>, now: () => number = () => performance.now()) {
  let latest: { at: number; isReachable: Promise<boolean> } | undefined;
  const asked = () =>
    ping().then(
      () => true,
      () => false,
    );
  return async function isReachable(): Promise<boolean> {
    if (latest && now() - latest.at < BELIEVED_MS) return latest.isReachable;
    const found: NonNullable<typeof latest> = {
      at: Number.POSITIVE_INFINITY,
      isReachable: asked().then(async (isReachable) => isReachable || asked()),
    };
    latest = found;
    found.isReachable.then(() => {
      found.at = now();
    });
    return found.isReachable;
  };
}
