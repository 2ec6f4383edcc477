import { BUNDLE_KINDS, type BundleRecord, type BundleText } from "#services/bundle/bundle-document.ts";
import type { ServiceContext } from "#services/context.ts";
import { bundleText } from "#services/export/bundle-text.ts";
import { exportBundle } from "#services/export/export-bundle.ts";

/** The bytes of an export. */
export async function exportedBytes(
  ctx: ServiceContext,
  { topic, format = "json" }: { topic?: string; format?: "json" | "ndjson" } = {},
): Promise<Buffer> {
  const parts: string[] = [];
  for await (const part of bundleText(exportBundle(ctx, { topic }), format)) parts.push(part);
  return Buffer.from(parts.join(""));
}

/** An export as a program reads it. */
export async function exportedBundle(ctx: ServiceContext, options: { topic?: string } = {}): Promise<BundleText> {
  return JSON.parse((await exportedBytes(ctx, options)).toString());
}

/** A bundle as a file has it, one record a line, in the order of its lists. */
export function ndjsonOf(bundle: BundleText): Buffer {
  const lines = [{ kind: "bundle", format: bundle.format, version: bundle.version }, ...recordsOf(bundle)];
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

function recordsOf(bundle: BundleText): object[] {
  return Object.entries(BUNDLE_KINDS).flatMap(([kind, { list }]) =>
    ((bundle[list] ?? []) as BundleRecord["record"][]).map((record) => ({ kind, ...record })),
  );
}
