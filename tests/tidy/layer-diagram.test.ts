import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { layerDiagram, nounDiagram } from "./layers.ts";

test("server/README.md shows the layers and the nouns as the code has them (npm run diagram writes it)", () => {
  const [layers, nouns] = [layerDiagram(), nounDiagram()];
  expect(layers).toContain("services --> core");
  expect(nouns).toContain("resolution --> score");
  const page = readFileSync("server/README.md", "utf8");
  expect(page).toContain(layers);
  expect(page).toContain(nouns);
});
