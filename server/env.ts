import { z } from "zod";

/**
 * Every setting that Parley takes from its environment, with a default that is safe on localhost. This is the only
 * file that reads `process.env`; `.env.example` lists the same names, and a test keeps it so.
 */
const settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("localhost"),
  /** The address people use, when it is not http://HOST:PORT (behind a proxy, say). */
  PARLEY_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** A Postgres to use instead of the embedded database. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Where the embedded database and the generated secret live. */
  PARLEY_DATA_DIR: z.string().min(1).default(".data"),
  /** Signs sessions. Generated and kept in the data directory when absent on localhost. */
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  /** Whether an empty database is filled with the demonstration. */
  PARLEY_DEMO: z.enum(["on", "off"]).default("on"),
  /** Whether the server may fetch the pages of sources. Off: it never connects to anything but its own database. */
  PARLEY_FETCH_SOURCES: z.enum(["on", "off"]).default("off"),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type Env = Readonly<z.infer<typeof settings>>;
export const ENV_NAMES = Object.keys(settings.shape);

/** Reads the settings, or throws one message that names each wrong one. An empty variable counts as absent. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings are wrong:\n${lines.join("\n")}`);
}

export const env: Env = readEnv(process.env);

/**
 * Settles the address people use, once the port is known. It is kept where NextAuth looks for it, which is also the one
 * place that this process's second copy of the modules (the page bundler's) shares.
 */
export function adoptOrigin(port: number): void {
  process.env.NEXTAUTH_URL = env.PARLEY_URL ? new URL(env.PARLEY_URL).origin : `http://${env.HOST}:${port}`;
}

/** The origin people see in their browser. */
export function publicOrigin(): string {
  return process.env.NEXTAUTH_URL ?? `http://${env.HOST}:${env.PORT}`;
}
