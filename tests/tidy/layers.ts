import { importsOf, sourceFiles } from "./source-files.ts";

/** Lower layers first. A file may import its own layer and those listed for it: one table, from the design. */
export const LAYERS = {
  core: { path: /^server\/core\//, mayImport: [] },
  files: { path: /^server\/files\//, mayImport: ["core"] },
  messages: { path: /^server\/messages\//, mayImport: ["core"] },
  settings: { path: /^server\/[\w-]+\.ts$/, mayImport: [] },
  db: { path: /^server\/db\//, mayImport: ["settings"] },
  services: { path: /^server\/services\//, mayImport: ["core", "files", "db", "settings"] },
  auth: { path: /^server\/auth\//, mayImport: ["core", "messages", "db", "services", "settings"] },
  api: { path: /^server\/api\//, mayImport: ["core", "messages", "services", "auth", "settings"] },
  app: { path: /^app\//, mayImport: ["core", "messages", "files", "api", "auth"] },
  jobs: { path: /^server\/jobs\//, mayImport: ["core", "db", "services", "settings"] },
  operations: { path: /^server\/operations\//, mayImport: ["core", "db", "services", "jobs", "settings"] },
  seed: { path: /^prisma\//, mayImport: ["core", "services", "settings"] },
  cli: {
    path: /^server\/cli\//,
    mayImport: ["core", "messages", "files", "db", "services", "auth", "jobs", "operations", "seed", "settings"],
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

/**
 * The nouns of `services`, the lowest first: each imports only those before it, and reaches those after it by domain events. The files
 * of `services` itself are common ground: every noun imports them, and they import the outbox alone.
 */
export const NOUNS = [
  "outbox",
  "audit",
  "ledger",
  "seal",
  "methodology",
  "event-log",
  "conflict",
  "topic",
  "user",
  "upkeep",
  "event",
  "source-page",
  "inbox",
  "coverage",
  "question",
  "suggestion",
  "attribution",
  "signal",
  "forecast",
  "market",
  "score",
  "calibration",
  "board",
  "tournament",
  "resolution",
  "notice",
  "reaction",
  "bundle",
  "import",
  "export",
  "verify",
] as const;

export function nounOf(path: string): string | undefined {
  return /^server\/services\/([\w-]+)\//.exec(path)?.[1];
}

/** Which nouns each noun imports, as the code stands; common ground by the name `""`. */
export function importsOfNouns(): Map<string, Map<string, string[]>> {
  const imported = new Map<string, Map<string, string[]>>();
  for (const file of sourceFiles("server/services")) {
    const from = nounOf(file) ?? "";
    const own = imported.get(from) ?? new Map<string, string[]>();
    imported.set(from, own);
    for (const target of importsOf(file)) {
      const to = nounOf(target);
      if (to && to !== from) own.set(to, [...(own.get(to) ?? []), `${file} → ${target}`]);
    }
  }
  return imported;
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
  return drawn(arrows);
}

/** The diagram of which noun imports which. An arrow that others already imply is left out, and so is common ground. */
export function nounDiagram(): string {
  const imported = importsOfNouns();
  imported.delete("");
  const arrows = new Set<string>();
  for (const [from, targets] of imported) {
    const implied = new Set([...targets.keys()].flatMap((to) => [...reachedFrom(to, imported)]));
    for (const to of targets.keys()) if (!implied.has(to)) arrows.add(`  ${from} --> ${to}`);
  }
  return drawn(arrows);
}

/** The nouns that a noun imports, directly or by way of others. */
function reachedFrom(noun: string, imported: ReadonlyMap<string, ReadonlyMap<string, unknown>>): Set<string> {
  const reached = new Set<string>();
  const visit = (from: string) => {
    for (const to of imported.get(from)?.keys() ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      visit(to);
    }
  };
  visit(noun);
  return reached;
}

const drawn = (arrows: ReadonlySet<string>) => ["```mermaid", "flowchart TD", ...[...arrows].sort(), "```"].join("\n");
