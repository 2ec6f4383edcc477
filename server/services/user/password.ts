import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id. */
const PARAMETERS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each hash takes about a tenth of a second of one core and 19 MB: more at once would be a way to stop the server. */
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
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
