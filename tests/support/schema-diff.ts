import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";

const require = createRequire(import.meta.url);

/** Loads Prisma's schema engine from its WebAssembly, which Node does not import by itself. */
async function loadEngine() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const path = require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(path), { "./schema_engine_bg.js": glue as never });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}

/** Once only: a second memory under the same bindings would be read in place of the first. */
let loading: ReturnType<typeof loadEngine> | undefined;

async function schemaEngine(client: PGlite) {
  loading ??= loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(client) as never);
  return (await loading).new({ datamodels: schemaFiles() }, () => {}, adapter);
}

function schemaFiles(): [string, string][] {
  const directory = "prisma/schema";
  return readdirSync(directory).map((name) => [`${directory}/${name}`, readFileSync(`${directory}/${name}`, "utf8")]);
}

/** The SQL that would bring the database behind `client` to what `prisma/schema` says; empty when it is there. */
export async function schemaDiff(client: PGlite): Promise<string> {
  const engine = await schemaEngine(client);
  const files = schemaFiles().map(([path, content]) => ({ path, content }));
  const result = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: "." } as never,
    to: { tag: "schemaDatamodel", files } as never,
    script: true,
    exitCode: null,
    filters: { externalTables: ["public._prisma_migrations"], externalEnums: [] },
    shadowDatabaseUrl: null,
  } as never);
  return result.stdout ?? "";
}
