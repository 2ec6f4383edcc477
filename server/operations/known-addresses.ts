import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Parts of addresses that never hold a dot. */
const WITHOUT_DOTS = ["[slug]", "[id]", "[number]", "[kind]"];
const HAS_EXTENSION = /\.[A-Za-z0-9]{1,12}$/;

function filesUnder(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

function leadsTo(route: readonly string[], path: readonly string[]): boolean {
  const rest = route.findIndex((part) => part.startsWith("[...") || part.startsWith("[[..."));
  if (rest < 0 ? route.length !== path.length : path.length < rest) return false;
  return route.slice(0, rest < 0 ? undefined : rest).every((part, i) => {
    const asked = path[i] ?? "";
    if (!part.startsWith("[")) return part === asked;
    return !(WITHOUT_DOTS.includes(part) && asked.includes("."));
  });
}

/**
 * Tells which addresses that look like a file's lead nowhere, from what the build wrote: browsers and scanners ask for many,
 * and a whole page rendered for each would be a waste. Of an address without an extension it says nothing.
 */
export function missingFiles(root = process.cwd()): (path: string) => boolean {
  const files = new Set([
    ...filesUnder(join(root, "public")).map((file) => `/${file}`),
    ...filesUnder(join(root, ".next/static")).map((file) => `/_next/static/${file}`),
  ]);
  const manifest = JSON.parse(readFileSync(join(root, ".next/app-path-routes-manifest.json"), "utf8"));
  const routes = Object.values(manifest as Record<string, string>).map((route) => route.split("/").slice(1));
  return (path) => {
    if (!HAS_EXTENSION.test(path)) return false;
    const decoded = decodedOr(path);
    if (files.has(decoded)) return false;
    if (decoded.startsWith("/_next/")) return true;
    return !routes.some((route) => leadsTo(route, decoded.split("/").slice(1)));
  };
}

function decodedOr(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
