import { readFileSync, writeFileSync } from "node:fs";
import { layerDiagram, nounDiagram } from "./layers.ts";

/** `npm run diagram`: puts the layers and the nouns as the code has them into server/README.md, in this order. */
const FILE = "server/README.md";
const diagrams = [layerDiagram(), nounDiagram()];
writeFileSync(
  FILE,
  readFileSync(FILE, "utf8").replace(/```mermaid[\s\S]*?```/g, (was) => diagrams.shift() ?? was),
);
