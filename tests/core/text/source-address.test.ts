import { domainToUnicode } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressFault, hostText } from "#core/text/source-address.ts";
import { times } from "#tests/support/chance.ts";

describe("an address may be cited", () => {
  test.each([
    "https://example.org/with space/a",
    "https://example.org",
    "http://example.org/a?b=c#d",
    "HTTPS://EXAMPLE.ORG/A",
    "https://example.org:8443/a",
    "https://xn--e1afmkfd.xn--p1ai/a",
    "https://пример.рф/a",
    "https://ایران.ایران/خبر",
    "https://عمان.عمان/",
    "https://xn--mgb9awbf/",
    "https://例え.テスト/",
    "https://münchen.de/straße",
    "https://a_b.example/",
    "http://192.0.2.1/a",
    "http://[2001:db8::1]/",
    "https://example.org/%E0%A4%A",
    "https://example.org/a(b)[c]{d}|e'f",
    "https://نامه‌ای.com/",
  ])("%s", (url) => expect(addressFault(url)).toBeNull());

  test.each([
    ["example.org", "Give a web address"],
    ["ftp://example.org/", "Give a web address"],
    ["javascript:alert(1)", "Give a web address"],
    ["https://", "Give a web address"],
    ["https:example.org", "Give a web address"],
    ["https://exa mple.org/", "Give a web address"],
    ["https://exa mple.org/a", "Give a web address"],
    ["https://example.org/a\tb", "Give a web address"],
    ["https://example.org/\na", "Give a web address"],
    ["https://xn--a-ecp.ru\ud800/", "half of a character"],
    ["https://example.org/\u202egnp", "turns the direction"],
    ["https://ada@example.org/", "name and password"],
    ["https://example.org:p@evil.example/", "name and password"],
    ["https://example.org:99999/", "Give a web address"],
    ["", "Give a web address"],
    [`https://example.org/${"a".repeat(2000)}`, "At most 2000"],
  ])("but not %j", (url, words) => expect(addressFault(url)).toContain(words));
});

describe("a host is shown", () => {
  test.each([
    ["https://www.Example.org:8443/a", "www.example.org"],
    ["https://пример.рф/a", "пример.рф"],
    ["https://ایران.ایران/", "ایران.ایران"],
    ["https://münchen.de/", "münchen.de"],
    ["https://東京.jp/", "東京.jp"],
    ["https://example.org\\@evil.example/", "example.org"],
    ["http://[2001:db8::1]/", "[2001:db8::1]"],
  ])("of %s as %s", (url, host) => expect(hostText(url)).toBe(host));

  test.each(["https://аррӏе.com/", "https://раураӏ.com/", "https://examplе.com/", "https://gοοgle.com/"])(
    "of %s as registries know it, since it looks like another",
    (url) => expect(hostText(url)).toMatch(/^xn--[a-z0-9-]+\.com$/),
  );

  test("as Node reads it, whatever its letters", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."абвгдежзилмнюяابتثجحخدذ東京都市ひらがなéèüñ日月".match(/./gu)!),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(letters, (label) => {
        const url = URL.parse(`https://${label}.example/`);
        if (!url || hostText(url.href).startsWith("xn--")) return;
        expect(hostText(url.href)).toBe(domainToUnicode(url.hostname));
      }),
      { numRuns: times(500) },
    );
  });
});
