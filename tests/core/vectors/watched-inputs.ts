export interface WatchedInputs {
  /** Reads as what was given. */
  readonly inputs: unknown;
  /** The paths of what was given and never read. */
  unread(): string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const holdsRecords = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && (!Array.isArray(value) || value.some(holdsRecords));

/** The inputs of a case, and which of them were not asked for: an adapter that overlooks one would check something else. */
export function watchedInputs(given: unknown): WatchedInputs {
  const unread = new Set<string>();
  const watched = (value: unknown, path: string): unknown => {
    if (!holdsRecords(value)) return value;
    const pathOf = (key: string) => (Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`);
    for (const key of Object.keys(value)) unread.add(pathOf(key));
    const known = new Map<string, unknown>();
    return new Proxy(value, {
      get(target, key, receiver) {
        if (typeof key !== "string" || !Object.hasOwn(target, key)) return Reflect.get(target, key, receiver);
        if (unread.delete(pathOf(key))) known.set(key, watched(target[key], pathOf(key)));
        return known.has(key) ? known.get(key) : target[key];
      },
    });
  };
  return { inputs: watched(given, ""), unread: () => [...unread] };
}

/** Refuses an input that says in words how a case is computed, unless the words are those that the adapter follows. */
export function mustBe<Text extends string>(name: string, stated: string | undefined, ...known: readonly Text[]): void {
  if (stated === undefined || (known as readonly string[]).includes(stated)) return;
  throw new Error(`${name} is ${JSON.stringify(stated)}, which no function serves`);
}
