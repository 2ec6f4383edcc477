import { AsyncLocalStorage } from "node:async_hooks";

/** One request while it is answered, for whatever code works on it. */
export interface RequestScope {
  /** What the answer's header, every line of the log and an error page call it. */
  readonly id: string;
  /** Whether a page was rendered for it, rather than repeated. */
  isRendered: boolean;
  /** How many faults were told under its id. */
  faults: number;
  /** Whether one of them passes by itself: the database is gone, takes no changes or has too much to do. */
  hasPassingFault: boolean;
}

// Kept on `globalThis` because the page bundler loads this module a second time.
const shared = globalThis as typeof globalThis & { parleyRequests?: AsyncLocalStorage<RequestScope> };
shared.parleyRequests ??= new AsyncLocalStorage<RequestScope>();
export const requests = shared.parleyRequests;

/** The id of the request that this code works on; undefined outside of one. */
export function requestId(): string | undefined {
  return requests.getStore()?.id;
}

/** By which a person names one fault, and its line in the log is found: the request's id, and a number after the first. */
export function faultReference(): string | undefined {
  const scope = requests.getStore();
  if (!scope) return undefined;
  scope.faults++;
  return scope.faults === 1 ? scope.id : `${scope.id}-${scope.faults}`;
}

/** Notes that what this code works on failed for a reason that passes by itself. */
export function notePassingFault(): void {
  const scope = requests.getStore();
  if (scope) scope.hasPassingFault = true;
}
