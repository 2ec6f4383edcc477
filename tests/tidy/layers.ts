import { importsOf, sourceFiles } from "./source-files.ts";

/** Lower layers first. A file may import its own layer and those listed for it: one table, from the design. */
export const LAYERS = {
  core: { path: /^server\/core\//, mayImport: [] },
  files: { path: /^server\/files\//, mayImport: ["core"] },
  settings: { path: /^server\/[\w-]+\.ts$/, mayImport: [] },
  db: { path: /^server\/db\//, mayImport: ["settings"] },
  services: { path: /^server\/services\//, mayImport: ["core", "files", "db", "settings"] },
  auth: { path: /^server\/auth\//, mayImport: ["core", "db", "services", "settings"] },
  api: { path: /^server\/api\//, mayImport: ["core", "services", "auth", "settings"] },
  app: { path: /^app\//, mayImport: ["core", "files", "api", "auth"] },
  jobs: { path: /^server\/jobs\//, mayImport: ["core", "db", "services", "settings"] },
  operations: { path: /^server\/operations\//, mayImport: ["core", "db", "services", "jobs", "settings"] },
  seed: { path: /^prisma\//, mayImport: ["core", "services", "settings"] },
  cli: {
    path: /^server\/cli\//,
    mayImport: ["core", "files", "db", "services", "auth", "jobs", "operations", "seed", "settings"],
  },
} as const satisfies Record<string, { path: RegExp; mayImport: readonly string[] }>;

export type Layer = keyof typeof LAYERS;
const NAMES = Object.keys(LAYERS) as Layer[];

export function layerOf(path: string): Layer | undefined {
  return NAMES.find((name) => LAYERS[name].path.test(path));
}

export function mayImport(from: Layer, to: Layer): boolean {
  return from === to || (LAYERS[from].mayImport as readonly string[]).includes(to);
}

/** The files that lie in layers. */
export const layeredFiles = () => sourceFiles("app", "server", "prisma");

/** The diagram of which layer imports which, as the code stands, in the Mermaid language. */
export function layerDiagram(): string {
  const arrows = new Set<string>();
  for (const file of layeredFiles()) {
    const from = layerOf(file);
    for (const target of importsOf(file)) {
      const to = layerOf(target);
      if (from && to && from !== to) arrows.add(`  ${from} --> ${to}`);
    }
  }
  return ["```mermaid", "flowchart TD", ...[...arrows].sort(), "```"].join("\n");
}
