import { isIPv6 } from "node:net";
import { z } from "zod";

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be a whole number from ${least} to ${most}`);

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, href } = new URL(address);
  return href === `${origin}/`;
}

/**
 * Every setting that Parley takes from its environment, with a default that is safe on localhost. This is the only
 * file that reads `process.env`; `.env.example` lists the same names, and a test keeps it so.
 */
const settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[^\s/@?#]+$/, "must be a name or an address, without a port")
    .transform((host) => host.replace(/^\[(.*)\]$/, "$1"))
    .default("localhost"),
  /** The address people use, when it is not http://HOST:PORT (behind a proxy, say). */
  PARLEY_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://parley.example.org" })
    .refine(isOrigin, "must be the origin alone: no path, no question mark, no user name")
    .optional(),
  /**
   * How many proxies of one's own stand in front, one behind the other. Each adds an address to X-Forwarded-For; as many are
   * believed, and none without.
   */
  PARLEY_TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  /** A Postgres to use instead of the embedded database. */
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "must be an address such as postgresql://parley:secret@localhost:5432/parley",
    })
    .optional(),
  /** Where the embedded database and the generated secret live. */
  PARLEY_DATA_DIR: z.string().min(1).default(".data"),
  /** Signs sessions. Generated and kept in the data directory when absent on localhost. */
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  /** Whether an empty database is filled with the demonstration. */
  PARLEY_DEMO: z.enum(["on", "off"]).default("on"),
  /** Whether the server may fetch the pages of sources. Off: it never connects to anything but its own database. */
  PARLEY_FETCH_SOURCES: z.enum(["on", "off"]).default("off"),
  /** With it, others than this machine may read /metrics. */
  PARLEY_METRICS_TOKEN: z
    .string()
    .min(16, "must have at least 16 characters")
    .regex(/^[\x21-\x7e]*$/, "must be of letters, digits and signs, without spaces")
    .optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

/** Parley cannot start with what its environment says; the message tells whoever set it. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

export type Env = Readonly<z.infer<typeof settings>>;
export const ENV_NAMES = Object.keys(settings.shape);

/** Reads the settings, or throws one message that names each wrong one. An empty variable counts as absent. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new SettingsError(`These settings are wrong:\n${lines.join("\n")}`);
}

/** Names that begin like ours and are not: most likely misspelt. */
export function unknownSettings(source: Record<string, string | undefined> = process.env): string[] {
  return Object.keys(source).filter((name) => name.startsWith("PARLEY_") && !ENV_NAMES.includes(name));
}

export const env: Env = readEnv(process.env);

/**
 * Settles the address people use, once the port is known. It is kept where NextAuth looks for it, which is also the one
 * place that this process's second copy of the modules (the page bundler's) shares.
 */
export function adoptOrigin(port: number): void {
  process.env.NEXTAUTH_URL = originOn(port);
}

/** The origin people see in their browser. */
export function publicOrigin(): string {
  return process.env.NEXTAUTH_URL ?? originOn(env.PORT);
}

function originOn(port: number): string {
  const host = isIPv6(env.HOST) ? `[${env.HOST}]` : env.HOST;
  return env.PARLEY_URL ? new URL(env.PARLEY_URL).origin : `http://${host}:${port}`;
}
