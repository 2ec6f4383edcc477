import { format, stripVTControlCharacters } from "node:util";
import { log } from "#server/log.ts";

const LEVELS = { error: "error", warn: "warn", info: "info", log: "info", debug: "debug", trace: "debug" } as const;

/** What was given to the console as a line of the log: an error as such, the rest as text. */
function asLogged(given: readonly unknown[]): [{ err?: unknown }, string] {
  const error = given.find((one) => one instanceof Error);
  const texts = given.filter((one) => !(one instanceof Error));
  const text = stripVTControlCharacters(format(...texts))
    .replace(/^[\s⨯⚠]+/, "")
    .trim();
  const message = text === "" ? (error?.message ?? "") : text;
  return [error ? { err: error } : {}, message];
}

/**
 * From now on everything that this process has to say is a line of the log: what packages write to the console, and Node's
 * warnings. Next writes its faults there, those that nobody caught among them.
 */
export function logConsole(): void {
  for (const [name, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, (typeof LEVELS)[keyof typeof LEVELS]][]) {
    console[name] = (...given: unknown[]) => log[level](...asLogged(given));
  }
  process.removeAllListeners("warning");
  process.on("warning", (warning) => log.warn({ err: warning }, "Node warns"));
}
