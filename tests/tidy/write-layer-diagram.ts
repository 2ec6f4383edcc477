import { readFileSync, writeFileSync } from "node:fs";
import { layerDiagram } from "./layers.ts";

/** `npm run diagram`: puts the layers as the code has them into server/README.md. */
const FILE = "server/README.md";
writeFileSync(FILE, readFileSync(FILE, "utf8").replace(/```mermaid[\s\S]*?```/, layerDiagram()));
