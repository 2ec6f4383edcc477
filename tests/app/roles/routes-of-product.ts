import { readdirSync } from "node:fs";
import { OPERATIONS_PATHS } from "#server/operations/answer-operations.ts";

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`);

/** The address that the files of a folder answer: groups in brackets are no part of it. */
const addressOf = (folder: string) => folder.replace(/^app/, "").replaceAll(/\/\([^)]*\)/g, "") || "/";

const named = (files: readonly string[], name: RegExp) =>
  files.flatMap((file) => {
    const at = file.lastIndexOf("/");
    return name.test(file.slice(at + 1)) ? [addressOf(file.slice(0, at))] : [];
  });

/** Every page there is, by the files that make them. */
export const pagesOfProduct = (): string[] => named(filesOf("app"), /^page\.tsx?$/).toSorted();

/** Everything else that answers: route handlers, files that Next serves by their names, public files, and operations. */
export function routesOfProduct(): string[] {
  const ofApp = filesOf("app");
  const icons = ofApp.filter((file) => /\/(icon|apple-icon|opengraph-image|sitemap|manifest)\.\w+$/.test(file));
  return [
    ...named(ofApp, /^route\.tsx?$/),
    ...icons.map((file) => addressOf(file)),
    ...filesOf("public").map((file) => file.replace(/^public/, "")),
    ...OPERATIONS_PATHS,
  ].toSorted();
}
