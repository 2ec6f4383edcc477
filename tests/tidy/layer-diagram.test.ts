import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { layerDiagram } from "./layers.ts";

test("server/README.md shows the layers as the code has them (npm run diagram writes it)", () => {
  const diagram = layerDiagram();
  expect(diagram).toContain("services --> core");
  expect(readFileSync("server/README.md", "utf8")).toContain(diagram);
});
