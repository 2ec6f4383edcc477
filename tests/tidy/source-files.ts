import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "oxc-parser";

/** Written by a tool, so no style of ours. */
const GENERATED = "server/db/generated";
const SOURCE = /\.(tsx?|mjs)$/;

/** The import map of package.json, as paths from the repository's root. */
const IMPORT_MAP = Object.entries(
  (JSON.parse(readFileSync("package.json", "utf8")) as { imports: Record<string, string> }).imports,
).map(([alias, path]) => ({ alias: alias.replace("*", ""), path: normalize(path.replace("*", "")) }));

/** Every file of ours under the given folders, as paths from the repository's root. */
export function sourceFiles(...folders: string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
    .filter((path) => SOURCE.test(path) && !path.startsWith(GENERATED))
    .sort();
}

export function parse(path: string) {
  const { program, module, errors } = parseSync(path, readFileSync(path, "utf8"));
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return { program, module };
}

/** A path from the root for our own files; the specifier itself for packages. */
function resolved(from: string, specifier: string): string {
  if (specifier.startsWith(".")) return normalize(join(dirname(from), specifier));
  const mapped = IMPORT_MAP.find(({ alias }) => specifier.startsWith(alias));
  return mapped ? mapped.path + specifier.slice(mapped.alias.length) : specifier;
}

/** All that a file imports, at its head, by `export … from`, or on the way: types also. */
export function importsOf(path: string): string[] {
  const { module } = parse(path);
  const source = readFileSync(path, "utf8");
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    source.slice(moduleRequest.start, moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
  );
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  );
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  return [...new Set([...imported, ...exported, ...dynamic])].map((specifier) => resolved(path, specifier));
}
