import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importsOf, sourceFiles } from "./source-files.ts";

const WRITER = "server/core/table/table-row-text.ts";
/** Files that hand a table out, to be opened in a spreadsheet. */
const HANDING_OUT = [
  "server/cli/commands/import-forecastbench.ts",
  "server/core/event/import/left-out-file.ts",
  "server/services/ledger/statement-csv.ts",
];

test("I4: every table that is handed out is written by the one writer, which knows of formulas", () => {
  const product = sourceFiles("app", "server", "prisma");
  expect(product.filter((file) => importsOf(file).includes(WRITER))).toEqual(HANDING_OUT);
  expect(product.filter((file) => importsOf(file).some((name) => name.startsWith("csv-")))).toEqual([]);
  const asTables = product.filter((file) => /text\/csv|\.join\("[,;]"\)[^\n]*\\n/.test(readFileSync(file, "utf8")));
  expect(asTables).toEqual(["app/(site)/portfolio/statement/_components/csv-button.tsx"]);
});
