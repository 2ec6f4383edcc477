import { describe, expect, test } from "vitest";
import { importsOfNouns, layeredFiles, layerOf, mayImport, NOUNS, nounOf } from "./layers.ts";
import { importsOf } from "./source-files.ts";

const files = layeredFiles();
const imports = files.map((file) => ({ file, targets: importsOf(file) }));

describe("the layers", () => {
  test("are looked at: there are files in each, with imports in them", () => {
    expect(files.length).toBeGreaterThan(200);
    expect(new Set(files.map(layerOf)).size).toBe(13);
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
      ["core", "messages"],
      ["services", "messages"],
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

describe("the nouns of services", () => {
  const imported = importsOfNouns();

  test("are all in the order", () => {
    expect([...imported.keys()].filter((noun) => noun !== "").sort()).toEqual([...NOUNS].sort());
  });

  test("import only those before them, and common ground the outbox alone", () => {
    const place = (noun: string) => (NOUNS as readonly string[]).indexOf(noun);
    const wrong = [...imported].flatMap(([from, targets]) =>
      [...targets].flatMap(([to, files]) => ((from === "" ? to !== "outbox" : place(to) >= place(from)) ? files : [])),
    );
    expect(wrong).toEqual([]);
  });

  test("notify people in reaction alone: a command records what happened, and a consumer writes the notices", () => {
    const writing = imports
      .filter(({ targets }) => targets.includes("server/services/notice/write-notices.ts"))
      .map(({ file }) => file);
    expect(writing.length).toBeGreaterThan(5);
    expect(writing.filter((file) => nounOf(file) !== "reaction")).toEqual([]);
  });
});

test("no two files import each other, directly or by way of others", () => {
  const targetsOf = new Map(
    imports.map(({ file, targets }) => [file, targets.filter((target) => files.includes(target))]),
  );
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    state.set(file, "open");
    for (const target of targetsOf.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
