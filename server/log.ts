import pino from "pino";
import { env } from "./env.ts";
import { requestId } from "./request-scope.ts";
import { keepOutOfLogs, withoutSecrets } from "./without-secrets.ts";

for (const secret of [env.NEXTAUTH_SECRET, env.PARLEY_METRICS_TOKEN, env.DATABASE_URL]) {
  if (secret !== undefined) keepOutOfLogs(secret);
}
if (env.DATABASE_URL !== undefined) {
  const { password } = new URL(env.DATABASE_URL);
  keepOutOfLogs(password);
  keepOutOfLogs(decodedOr(password));
}

function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Structured logs on standard error, one JSON object a line; what could be a secret never reaches them. */
export const log = pino(
  {
    level: env.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    // An error is written as `withoutSecrets` leaves it.
    serializers: { err: (error: unknown) => error },
    mixin: () => ({ requestId: requestId() }),
    hooks: {
      logMethod([first, ...rest], write) {
        const fields = (first as unknown) instanceof Error ? { err: first } : first;
        write.apply(this, [fields, ...rest].map((one) => withoutSecrets(one)) as Parameters<typeof write>);
      },
    },
  },
  pino.destination(2),
);
