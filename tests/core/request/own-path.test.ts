import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownPath } from "#core/request/own-path.ts";
import { times } from "#tests/support/chance.ts";

const ORIGINS = ["http://localhost:3000", "https://parley.example"];

/** Each leads away from the site, or to what is no page of it, unless somebody looks. */
const TRICKS: readonly unknown[] = [
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/x/..//evil.example",
  "/%2e//evil.example",
  "/%2E%2e//evil.example",
  "/./\\evil.example",
  "/%2f%2fevil.example",
  "/%2fevil.example",
  "/%5cevil.example",
  "/.%2f/../%2fevil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "https:evil.example",
  "https://evil.example/",
  "http:/\\evil.example",
  "https://parley.example@evil.example/",
  "https://parley.example.evil.example/",
  "//user:pass@evil.example/",
  "@evil.example",
  ".evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:https://parley.example/1",
  "evil.example",
  "",
  `/${"a".repeat(3000)}`,
  ["/me", "//evil.example"],
  ["/me"],
  { toString: () => "//evil.example" },
  undefined,
  null,
  42,
  "/sign-in?next=/sign-in",
  "/sign-up",
  "/api/auth/signout",
  "/_next/static/chunk.js",
];

/** Where a browser on a page of the site would go, by `location.assign` and by a `Location` header. */
const wentTo = (path: string, origin: string) => new URL(path, `${origin}/sign-in`);

describe("A8: where signing in leads to", () => {
  test.each(TRICKS)("%j leads to the front page", (wanted) => {
    for (const origin of ORIGINS) expect([ownPath(wanted), ownPath(wanted, origin)]).toEqual(["/", "/"]);
  });

  test.each([
    "/",
    "/admin/audit?x=1",
    "/questions/a-question#forecast",
    "/questions?search=a%20b&status=open",
    "/users/%C3%9Cnal",
    "/events?asOf=2026-01-01T00%3A00Z",
    "/questions?search=//evil.example",
    "/questions?next=https://evil.example",
  ])("%s is kept as it is", (path) => expect(ownPath(path)).toBe(path));

  test("a line break in it reaches no header", () => {
    expect(ownPath("/me\r\nSet-Cookie: a=b")).toBe("/meSet-Cookie:%20a=b");
  });

  test("an address of this site in full is its path, and of another site is not", () => {
    expect(ownPath("https://parley.example/me?x=1", "https://parley.example")).toBe("/me?x=1");
    expect(ownPath("https://parley.example/.//evil.example", "https://parley.example")).toBe("/");
    expect(ownPath("http://parley.example/me", "https://parley.example")).toBe("/");
  });

  const pieces = fc.constantFrom(
    ..."/ \\ . .. %2f %5c %2e %09 %0d%0a @ : ? # // evil.example https: javascript: user:pass@ \t \r\n \u0000 \u202e ／ a".split(
      " ",
    ),
  );
  const tricks = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(""));
  const staysAtHome = (lead: (wanted: string) => string) =>
    fc.property(
      fc.oneof(
        tricks,
        tricks.map((text) => `/${text}`),
      ),
      (wanted) => {
        for (const origin of ORIGINS) {
          const once = wentTo(lead(wanted), origin);
          const path = `${once.pathname}${once.search}${once.hash}`;
          expect([once.origin, wentTo(path, origin).href]).toEqual([origin, once.href]);
        }
      },
    );

  test("stays on the site however tricks are put together", () => {
    fc.assert(staysAtHome(ownPath), { numRuns: times(20_000) });
  });

  test("one that resolves the address once and looks no further is seen", () => {
    const resolvedOnce = (wanted: string) => {
      if (!wanted.startsWith("/") || !URL.canParse(wanted, "http://here.invalid")) return "/";
      const url = new URL(wanted, "http://here.invalid");
      return url.origin === "http://here.invalid" ? `${url.pathname}${url.search}${url.hash}` : "/";
    };
    expect(wentTo(resolvedOnce("/.//evil.example"), "https://parley.example").origin).toBe("https://evil.example");
    expect(fc.check(staysAtHome(resolvedOnce), { numRuns: 20_000 }).failed).toBe(true);
  });
});
