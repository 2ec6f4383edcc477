const CENSOR = "[removed]";
/** Names of fields that are never logged, whatever they hold. */
const SECRET_NAME =
  /pass(word|wd|phrase)|secret|token|cookie|authorization|credential|api-?key|^(phc|detail|values|params|parameters|args)$/i;
/** Shapes of text that is secret wherever it stands. */
const SECRET_TEXTS: readonly [RegExp, string][] = [
  // The password of an address: postgresql://parley:secret@localhost
  [/(\w:\/\/[^\s/:@]*):[^\s/@]+@/g, `$1:${CENSOR}@`],
  [/\$argon2\w*\$[^\s"']+/g, CENSOR],
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){1,4}/g, CENSOR],
  [/\b(Bearer|Basic)\s+[^\s"',;]+/gi, `$1 ${CENSOR}`],
  [/((?:^|[\s;,"'])[\w.-]{0,40}(?:session|token|csrf)[\w.-]{0,40}=)[^\s;,"']+/gi, `$1${CENSOR}`],
  [/([?&][\w.-]{0,40}(?:pass|secret|token|key|code|sign)[\w.-]{0,40}=)[^\s&"'#]+/gi, `$1${CENSOR}`],
  [/("[\w.-]{0,40}(?:pass|secret|token|cookie|authorization)[\w.-]{0,40}"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, `$1"${CENSOR}"`],
];
/** Anything shorter would be found in ordinary words. */
const MIN_SECRET = 6;
const MAX_DEPTH = 6;
const MAX_ENTRIES = 100;
const MAX_TEXT = 20_000;

// Kept on `globalThis` because the page bundler loads this module a second time.
const shared = globalThis as typeof globalThis & { parleySecrets?: Set<string> };
shared.parleySecrets ??= new Set<string>();
const known = shared.parleySecrets;

/** From now on this text is taken out of whatever is logged. */
export function keepOutOfLogs(secret: string): void {
  if (secret.length >= MIN_SECRET) known.add(secret);
}

/** A text without what is secret in it, and not longer than a log should hold. */
function cleanText(text: string): string {
  let clean = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  for (const secret of known) clean = clean.replaceAll(secret, CENSOR);
  for (const [shape, replacement] of SECRET_TEXTS) clean = clean.replace(shape, replacement);
  return clean;
}

/** What a log tells of an error: no more than these, since others may hold rows of tables. */
function cleanError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  return {
    type: name,
    message: cleanText(message),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(typeof digest === "string" ? { digest: cleanText(digest) } : {}),
    ...(stack === undefined ? {} : { stack: cleanText(stack) }),
    ...(cause === undefined || cause === null ? {} : { cause: withoutSecrets(cause, depth + 1) }),
  };
}

/** A value as it may be logged: secrets removed by the name of their field, by their shape, and by being known. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  if (depth > MAX_DEPTH) return "[deeper]";
  if (value instanceof Error) return cleanError(value, depth);
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map((item) => withoutSecrets(item, depth + 1));
  const entries = Object.entries(value).slice(0, MAX_ENTRIES);
  return Object.fromEntries(
    entries.map(([name, held]) => [cleanText(name), SECRET_NAME.test(name) ? CENSOR : withoutSecrets(held, depth + 1)]),
  );
}
