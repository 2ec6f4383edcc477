import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ADVISORY_KEYS, LOCK_ORDER } from "#db/locks.ts";
import { readMigrations } from "#db/migrate.ts";
import { sourceFiles } from "./source-files.ts";

const LOCKING = /pg_(try_)?advisory|\bFOR (NO KEY )?UPDATE\b|\bFOR (KEY )?SHARE\b|\bLOCK TABLE\b/;

test("every lock is taken through the one file that owns their keys and their order", () => {
  const files = sourceFiles("server", "app", "prisma");
  expect(files.length).toBeGreaterThan(300);
  // A restore fills an empty database that nobody is served from, and holds whole tables.
  const locking = files.filter(
    (path) => path !== "server/operations/backup/loosened-tables.ts" && LOCKING.test(readFileSync(path, "utf8")),
  );
  expect(locking).toEqual(["server/db/locks.ts"]);
});

test("no two locks share a key, and each has its place in the order", () => {
  const keys = Object.values(ADVISORY_KEYS);
  expect(new Set(keys).size).toBe(keys.length);
  expect(Object.keys(ADVISORY_KEYS).filter((kind) => !(LOCK_ORDER as readonly string[]).includes(kind))).toEqual([]);
});

test("the database's own functions take the keys of that file, and lock no rows", () => {
  const sql = readMigrations()
    .map((migration) => migration.sql.replaceAll(/--.*$/gm, ""))
    .join("\n");
  const taken = [...sql.matchAll(/pg_advisory\w*\((\d+)\)/g)].map(([, key]) => Number(key));
  expect(taken).toEqual([ADVISORY_KEYS.auditChain]);
  expect(sql).not.toMatch(/\bFOR (NO KEY )?UPDATE\b|\bFOR (KEY )?SHARE\b|\bLOCK TABLE\b/);
});
