import pino from "pino";
import { env } from "./env.ts";

/** Structured logs on standard error; what could be a secret never reaches them. */
export const log = pino(
  {
    level: env.LOG_LEVEL,
    base: null,
    redact: { paths: ["*.password", "*.passwordHash", "*.token", "*.cookie", "*.authorization"], censor: "[removed]" },
  },
  pino.destination(2),
);
