import { describe, expect, test } from "vitest";
import { layeredFiles, layerOf, mayImport } from "./layers.ts";
import { importsOf } from "./source-files.ts";

const files = layeredFiles();
const imports = files.map((file) => ({ file, targets: importsOf(file) }));

describe("the layers", () => {
  test("are looked at: there are files in each, with imports in them", () => {
    expect(files.length).toBeGreaterThan(200);
    expect(new Set(files.map(layerOf)).size).toBe(12);
    expect(imports.flatMap(({ targets }) => targets).length).toBeGreaterThan(files.length);
  });

  test("hold every file", () => {
    expect(files.filter((file) => layerOf(file) === undefined)).toEqual([]);
  });

  test("import only what the table of layers allows", () => {
    const wrong = imports.flatMap(({ file, targets }) =>
      targets.flatMap((target) => {
        const [from, to] = [layerOf(file), layerOf(target)];
        return from && to && !mayImport(from, to) ? [`${file} → ${target}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("refuse what the design forbids", () => {
    const forbidden = [
      ["app", "services"],
      ["app", "db"],
      ["api", "db"],
      ["core", "services"],
      ["files", "services"],
      ["services", "api"],
      ["services", "auth"],
      ["db", "services"],
    ] as const;
    expect(forbidden.filter(([from, to]) => mayImport(from, to))).toEqual([]);
  });

  test("of the product import nothing from the tests, the product nothing that only development installs", async () => {
    const { default: manifest } = await import("../../package.json", { with: { type: "json" } });
    const wrong = imports.flatMap(({ file, targets }) =>
      targets
        .filter(
          (target) =>
            target.startsWith("tests/") ||
            Object.keys(manifest.devDependencies).some((name) => target.startsWith(name)),
        )
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});
