import { z } from "zod";

const EARLIEST = Date.UTC(1000, 0, 1);
const LATEST = Date.UTC(3000, 0, 1);

/** An ISO 8601 instant with its zone, within the years that a database, JavaScript and people all can read; epoch milliseconds. */
export function safeInstant() {
  return z.iso.datetime({ offset: true, error: "Not an ISO 8601 instant with a zone." }).transform((text, context) => {
    const at = Date.parse(text);
    if (at >= EARLIEST && at < LATEST) return at;
    context.addIssue({ code: "custom", message: "Not within the years 1000 to 2999." });
    return z.NEVER;
  });
}
