import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id. */
const PARAMETERS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each hash takes about a tenth of a second of one core and 19 MB: more at once would be a way to stop the server. */
const AT_ONCE = 4;

// Kept on `globalThis` because the page bundler loads this module a second time, and the limit is for the whole process.
const shared = globalThis as typeof globalThis & { parleyHashing?: { running: number; waiting: (() => void)[] } };
shared.parleyHashing ??= { running: 0, waiting: [] };
const queue = shared.parleyHashing;

/** How many hashes are being worked out, and how many wait for their turn. */
export function hashingQueue(): { running: number; waiting: number } {
  return { running: queue.running, waiting: queue.waiting.length };
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (queue.running >= AT_ONCE) await new Promise<void>((go) => queue.waiting.push(go));
  queue.running++;
  try {
    return await work();
  } finally {
    queue.running--;
    queue.waiting.shift()?.();
  }
}

/** The argon2id hash of a password, as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), PARAMETERS));
}

let decoy: Promise<string> | undefined;

/** Whether the password is the one behind the hash. Without a hash it takes as long, and says no. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has");
  const phc = stored ?? (await decoy);
  const matches = await inTurn(() => verify(phc, password.normalize("NFKC")));
  return stored !== null && matches;
}
