import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sourceFiles } from "#tests/tidy/source-files.ts";

/** The addresses of all pages, with a letter in place of what differs. */
const pages = sourceFiles("app/(site)")
  .filter((file) => file.endsWith("/page.tsx"))
  .map(
    (file) =>
      file
        .replace("app/(site)", "")
        .replace("/page.tsx", "")
        .replaceAll(/\[[^\]]+\]/g, "x") || "/",
  );

/** Pages that need somebody signed in, or only change something. */
const PRIVATE =
  /^\/(admin|me|notices|portfolio|settings|sign-in|sign-up|questions\/(new|suggest|x\/criteria)|tournaments\/new)(\/|$)/;

const rules = readFileSync("public/robots.txt", "utf8")
  .split("\n")
  .flatMap((line) => /^Disallow: (\S+)$/.exec(line)?.[1] ?? []);

/** As RFC 9309 says: the start of the path, a star for anything, a dollar for the end. */
function mayBeCrawled(address: string): boolean {
  return !rules.some((rule) => {
    const pattern = rule.split("*").map((part) => part.replaceAll(/[.?+]/g, "\\$&"));
    return new RegExp(`^${pattern.join(".*")}`).test(address);
  });
}

describe("robots.txt", () => {
  test("lets the public pages be crawled, and keeps crawlers out of those that are somebody's own", () => {
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.filter((page) => mayBeCrawled(page) === PRIVATE.test(page))).toEqual([]);
  });

  test("keeps crawlers out of the API and of the past, which has no end", () => {
    for (const address of ["/api/trpc/question.list", "/events?asOf=2026-02-06T00:00:00.000Z"])
      expect(mayBeCrawled(address)).toBe(false);
    expect(mayBeCrawled("/questions?cursor=2")).toBe(true);
  });
});

describe("favicon.ico", () => {
  const icon = readFileSync("public/favicon.ico");

  test("is an icon file of three small sizes, each a whole PNG", () => {
    expect([icon.readUInt16LE(0), icon.readUInt16LE(2), icon.readUInt16LE(4)]).toEqual([0, 1, 3]);
    const sizes = [0, 1, 2].map((number) => {
      const entry = icon.subarray(6 + number * 16, 22 + number * 16);
      const [length, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)];
      const image = icon.subarray(offset, offset + length);
      expect(image.subarray(1, 4).toString()).toBe("PNG");
      expect(image.subarray(-8, -4).toString()).toBe("IEND");
      return [entry[0], image.readUInt32BE(16), image.readUInt32BE(20)];
    });
    expect(sizes).toEqual([16, 32, 48].map((size) => [size, size, size]));
    expect(icon.length).toBeLessThan(5_000);
  });
});
