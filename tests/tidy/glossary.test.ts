import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importsOf, parse, sourceFiles } from "./source-files.ts";

/** Words that have had several meanings, with what the glossary says instead. */
const REFUSED: readonly { readonly word: RegExp; readonly instead: string }[] = [
  {
    word: /(?<!under|out|long|notwith)standing/i,
    instead: "active forecast, board entry, current revision, coverage in force, event status, eligible, final answer",
  },
  { word: /\btwins?\b|[a-z]Twins?(?![a-z])|\bTwins?(?=[A-Z]|\b)/, instead: "duplicate" },
  { word: /\b(MOST|LEAST)_[A-Z]/, instead: "MAX_, MIN_" },
  { word: /\bwereAsked\b/, instead: "areEvaluated" },
];
/** A document that a reader of this repository does not have. */
const ELSEWHERE = /`(scoring|interfaces|architecture|product|domain)\.md`/;

/** Names of files that only we would search for. */
const REFUSED_FILES = /(standing|twin|told|tell|asked|-road|-look|words-form|unkept|concerns)\b/;
const THIS = "tests/tidy/glossary.test.ts";

const files = [...sourceFiles("app", "server", "prisma/seed", "tests")].filter((path) => path !== THIS);

test("no file uses a word that the glossary has another word for", () => {
  expect(files.length).toBeGreaterThan(1_200);
  const found = files.flatMap((path) => {
    const text = readFileSync(path, "utf8");
    return REFUSED.flatMap(({ word, instead }) => {
      const hit = word.exec(text);
      return hit ? [`${path}: “${hit[0]}”; say ${instead}`] : [];
    });
  });
  expect(found).toEqual([]);
});

test("no header of core names a document that is not here", () => {
  const core = files.filter((path) => path.startsWith("server/core/"));
  expect(core.length).toBeGreaterThan(200);
  expect(core.filter((path) => ELSEWHERE.test(readFileSync(path, "utf8")))).toEqual([]);
});

test("no file has a name that only its authors would search for", () => {
  const names = files.filter((path) => !path.startsWith("tests/")).map((path) => path.slice(path.lastIndexOf("/") + 1));
  expect(names.filter((name) => REFUSED_FILES.test(name.replace(/\.(tsx?|mjs)$/, "")))).toEqual([]);
});

test("the glossary says of each word what to say instead", () => {
  const glossary = readFileSync("docs/glossary.md", "utf8");
  for (const word of ["standing", "twin", "MOST_, LEAST_"]) expect(glossary).toContain(`| ${word} |`);
});

test("other folders are reached through the import map", () => {
  // What runs before anything is installed knows no map of other folders.
  const relative = files
    .filter((path) => !path.startsWith("server/cli/bootstrap/"))
    .filter((path) => importsOf(path).length > 0)
    .flatMap((path) =>
      parse(path)
        .module.staticImports.map(({ moduleRequest }) => moduleRequest.value)
        .filter((specifier) => specifier.startsWith("../") && /\.tsx?$/.test(specifier))
        .map((specifier) => `${path} → ${specifier}`),
    );
  expect(relative).toEqual([]);
});
