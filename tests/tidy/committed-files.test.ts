import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Every file that git keeps, or would; a copy without git's records has none to look at. */
const isRepository = existsSync(".git");
const files = isRepository
  ? execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
      .split("\n")
      .filter((file) => file !== "" && existsSync(file))
  : [];
const texts = files
  .filter((file) => !/\.(png|ico|woff2?|zip)$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

/** Built from parts, so that this file is not among what it finds. */
const REGISTRY_HOSTS = ["registry.npmjs", "registry.yarnpkg", "npmmirror"].map((name) => `${name}.`);
const OF_A_MACHINE = new RegExp(`(?<![\\w.])/(${["work", "home", "Users", "root", "tmp"].join("|")})/[\\w.-]+/`);

function filesWith(pattern: (text: string) => boolean): string[] {
  return texts.filter(({ text }) => pattern(text)).map(({ file }) => file);
}

describe.skipIf(!isRepository)("the committed files", () => {
  test("are looked at, the lock file among them", () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files).toContain("package-lock.json");
  });

  test("name no package registry, so that any may serve", () => {
    expect(filesWith((text) => REGISTRY_HOSTS.some((host) => text.includes(host)))).toEqual([]);
  });

  test("know no place on anybody's machine", () => {
    expect(filesWith((text) => OF_A_MACHINE.test(text))).toEqual([]);
  });

  test("lock every package that a locked package may ask for, on every platform", () => {
    const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const paths = Object.keys(packages);
    const missing = paths.flatMap((path) =>
      Object.keys(packages[path]?.optionalDependencies ?? {})
        .filter((name) => !paths.some((other) => other.endsWith(`node_modules/${name}`)))
        .map((name) => `${path} asks for ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
