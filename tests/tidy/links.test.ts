import { readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";
import { expect, test } from "vitest";
import { parse, sourceFiles } from "./source-files.ts";

/** The one component that makes a link of an address which somebody else chose. */
const LEADS_ELSEWHERE = "app/_components/link-elsewhere.tsx";
/** Files that hand a link an address of Parley's own, which they were given. */
const OWN_ADDRESS = ["app/_charts/event-pins.tsx", "app/(site)/seals/record/[kind]/[id]/_components/record-proof.tsx"];
const STARTS_HERE = /^[`"][/#?]/;

const pages = sourceFiles("app").filter((file) => file.endsWith(".tsx"));

/** The plain links of a file whose address does not begin, in the file itself, with a path of Parley's. */
function strangeLinks(path: string, source = readFileSync(path, "utf8"), program = parse(path).program): string[] {
  const found: string[] = [];
  new Visitor({
    JSXOpeningElement(node) {
      if (source.slice(node.name.start, node.name.end) !== "a") return;
      const values = node.attributes.map((given) => {
        if (given.type !== "JSXAttribute") return "spread";
        const isAddress = source.slice(given.name.start, given.name.end) === "href";
        return isAddress && given.value ? source.slice(given.value.start, given.value.end).replace(/^\{\s*/, "") : "";
      });
      if (values.some((value) => value !== "" && !STARTS_HERE.test(value)))
        found.push(`${path}: ${values.join(" ").trim()}`);
    },
  }).visit(program);
  return found;
}

test("I2: a plain link has an address of Parley's own; one that others chose goes through the component for that", () => {
  const others = pages.filter((file) => file !== LEADS_ELSEWHERE && !OWN_ADDRESS.includes(file));
  expect(others.length).toBeGreaterThan(300);
  expect(others.flatMap((file) => strangeLinks(file))).toEqual([]);
  for (const file of [LEADS_ELSEWHERE, ...OWN_ADDRESS]) expect(strangeLinks(file)).toHaveLength(1);
});

test.each([
  "<a href={source.url}>a</a>",
  '<a href="https://example.org">a</a>',
  "<a {...elsewhere}>a</a>",
  "<a href={`$" + "{url}`}>a</a>",
])("what I2 would catch: %s", (line) => {
  expect(strangeLinks("line.tsx", line, parseSync("line.tsx", line).program)).toHaveLength(1);
});

test("I1: HTML is made of text in two places alone: of Markdown, and of formulas of our own", () => {
  const places = pages.filter((file) => readFileSync(file, "utf8").includes("dangerouslySetInnerHTML"));
  expect(places).toEqual(["app/(site)/methodology/_components/method.tsx", "app/_components/prose.tsx"]);
});
