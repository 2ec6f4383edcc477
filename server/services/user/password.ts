import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { DomainError } from "#core/errors.ts";

/** OWASP's floor for argon2id. */
const PARAMETERS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each hash takes about a tenth of a second of one core and 19 MB: more at once would be a way to stop the server. */
const AT_ONCE = 4;
/** Whoever would wait behind more than these is told to come back: with a few seconds' wait the connection is of no use. */
const MAX_WAITING = 64;

interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

/** One queue for the process, also where the page bundler loads this module a second time. */
const shared = globalThis as typeof globalThis & { parleyPasswordQueue?: Queue };
shared.parleyPasswordQueue ??= { running: 0, waiting: [] };
const queue = shared.parleyPasswordQueue;

/** How many hashes are being worked out, and how many wait for their turn. */
export function hashingQueue(): { running: number; waiting: number } {
  return { running: queue.running, waiting: queue.waiting.length };
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (queue.running < AT_ONCE) queue.running++;
  else if (queue.waiting.length < MAX_WAITING) await new Promise<void>((go) => queue.waiting.push(go));
  else throw new DomainError("load_must_stay_within_capacity");
  try {
    return await work();
  } finally {
    // Whoever waits longest takes over this turn; without anybody it is free.
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running--;
  }
}

/** The argon2id hash of a password, as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), PARAMETERS));
}

/** Whether a hash was made with less work than is asked for today. */
export function hashIsOutdated(stored: string): boolean {
  const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(stored) ?? [];
  return !(Number(memory) >= PARAMETERS.memoryCost && Number(time) >= PARAMETERS.timeCost);
}

let decoy: Promise<string> | undefined;

/** The hash of a password that nobody has. Made once; a try that fails is made again. */
function decoyHash(): Promise<string> {
  decoy ??= hashPassword("a password that nobody has").catch((error: unknown) => {
    decoy = undefined;
    throw error;
  });
  return decoy;
}

/** Whether the password is the one behind the hash. Without a hash it takes as long, and says no. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const other = await decoyHash();
  const matches = await inTurn(() => verify(stored ?? other, password.normalize("NFKC")));
  return stored !== null && matches;
}
