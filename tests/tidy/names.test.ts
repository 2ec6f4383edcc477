import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, sourceFiles } from "./source-files.ts";

const files = sourceFiles("app", "server", "prisma", "tests");
/** Names that tell nothing of what is inside. */
const EMPTY_NAMES = /^(utils?|helpers?|manager|data|info|misc|common|shared|index|types)\.(tsx?|mjs)$/;
/** What Next finds by its name, and so must export by default. */
const OF_NEXT =
  /^app\/(.*\/)?(page|layout|error|global-error|not-found|forbidden|loading|template|default|icon|opengraph-image|sitemap|robots|manifest)\.tsx?$/;
const MAY_EXPORT_DEFAULT = ["tests/vitest.config.ts", "tests/support/services-setup.ts"];

describe("files", () => {
  test("are looked at", () => expect(files.length).toBeGreaterThan(300));

  test("have names that say what is inside", () => {
    expect(files.filter((file) => EMPTY_NAMES.test(basename(file)))).toEqual([]);
  });

  test("are named in kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.(tsx?|mjs)$/;
    expect(files.filter((file) => !kebab.test(basename(file)))).toEqual([]);
  });

  test("export by name; by default only where Next or vitest asks for it", () => {
    const wrong = files.filter((file) => {
      const { module } = parse(file);
      const exportsDefault = module.staticExports.some(({ entries }) =>
        entries.some(({ exportName }) => exportName.kind === "Default"),
      );
      return exportsDefault && !OF_NEXT.test(file) && !MAY_EXPORT_DEFAULT.includes(file);
    });
    expect(wrong).toEqual([]);
  });

  test("are no barrels: none exists only to hand on what others export", () => {
    const barrels = files.filter((file) => {
      const { program } = parse(file);
      const handsOn = program.body.filter(
        (node) =>
          node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && node.source !== null),
      );
      return handsOn.length > 0 && handsOn.length === program.body.length;
    });
    expect(barrels).toEqual([]);
  });

  test("leave nothing open: no TODO, no stub, no promise of what is to come", () => {
    const open = /\b(TODO|FIXME|XXX|[Nn]ot implemented|[Cc]oming soon|[Ll]orem ipsum)\b/;
    const wrong = files.filter((file) => file !== "tests/tidy/names.test.ts" && open.test(readFileSync(file, "utf8")));
    expect(wrong).toEqual([]);
  });
});
