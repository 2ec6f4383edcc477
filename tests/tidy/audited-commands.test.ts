import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Action, PERMISSIONS } from "#core/permissions.ts";
import { sourceFiles } from "./source-files.ts";

/** What Parley does over and over by itself, and what changes nothing: seals and the ledger are their own record. */
const NOT_AUDITED: readonly string[] = ["run_export", "seal_record", "run_market_jobs"];
const isPrivileged = (action: Action) =>
  !(PERMISSIONS[action] as readonly string[]).includes("forecaster") &&
  !action.startsWith("read_") &&
  !NOT_AUDITED.includes(action);

const privileged = (Object.keys(PERMISSIONS) as Action[]).filter(isPrivileged);
const services = sourceFiles("server/services").map((path) => ({ path, text: readFileSync(path, "utf8") }));
const authorizing = /authorize(?:Person)?\(\s*ctx,\s*"(\w+)"/g;

/** Files of commands that ask for a privileged action and write, with how many audit rows they may write. */
const commands = services
  .map(({ path, text }) => ({
    path,
    text,
    actions: [...text.matchAll(authorizing)].map(([, action]) => action as Action).filter(isPrivileged),
  }))
  .filter(({ actions, text }) => actions.length > 0 && text.includes("transact("));

describe("privileged acts", () => {
  test("are all seen: every action that only some roles have is asked for by a service", () => {
    const asked = new Set(services.flatMap(({ text }) => [...text.matchAll(/"(\w+)"/g)].map(([, word]) => word)));
    expect(privileged.length).toBeGreaterThan(10);
    expect(privileged.filter((action) => !asked.has(action))).toEqual([]);
  });

  test("that change something write an audit row, in the file that asks for them or in the one it hands its transaction to", () => {
    expect(commands.length).toBeGreaterThan(10);
    const writers = new Set(services.filter(({ text }) => text.includes("writeAudit(")).map(({ path }) => path));
    const reaches = ({ path, text }: { path: string; text: string }) =>
      writers.has(path) ||
      [...text.matchAll(/from "(\.{1,2}\/[^"]+\.ts)"/g)].some(([, target = ""]) =>
        writers.has(new URL(target, `file:///${path}`).pathname.slice(1)),
      );
    expect(commands.filter((command) => !reaches(command)).map(({ path }) => path)).toEqual([]);
  });
});
