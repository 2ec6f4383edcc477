import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outbound } from "#services/outbound.ts";
import { askPage } from "#services/source-page/ask-page.ts";
import { pageAddress, portOf } from "#services/source-page/page-address.ts";
import { publicTarget } from "#services/source-page/public-target.ts";
import { readPage } from "#services/source-page/read-page.ts";
import { type PageServer, PUBLIC_ADDRESS, servePages } from "#tests/support/page-server.ts";

/**
 * Promise I5: no connection ever reaches a server that is not public. Whatever a fetch connects to besides the public address
 * is led to a canary, which must hear nothing; beside it stands a fetch without the check, whom the canary must hear.
 */
let pages: PageServer;
beforeAll(async () => {
  pages = await servePages((request, response) => {
    if (request.url?.startsWith("/to/")) {
      response.writeHead(302, { location: decodeURIComponent(request.url.slice(4)) }).end();
    } else response.writeHead(200, { "content-type": "text/html" }).end("<title>Public</title>");
  });
});
afterAll(() => pages.close());

const REFUSED = { code: "page_address_must_be_public", field: "url" };
const BLOCKED = [
  ...[
    "0.0.0.0",
    "0.1.2.3",
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "10.255.255.255",
    "172.16.0.1",
    "172.31.255.255",
  ],
  ...["192.168.0.1", "192.168.255.255", "169.254.0.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1"],
  ...["192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255"],
  ...["240.0.0.1", "255.255.255.255", "::", "::1", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1", "ff02::1"],
  ...["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:93.184.215.14", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1"],
  ...[
    "2002:7f00:1::",
    "2001::1",
    "2001:1ff::1",
    "2001:db8::1",
    "3fff::1",
    "5f00::1",
    "100::1",
    "4000::1",
    "fe80::1%eth0",
  ],
];
const SPELLINGS = [
  ...["2130706433", "0x7f000001", "017700000001", "0177.0.0.1", "0x7f.1", "127.1", "127.0.0.1.", "①②⑦.⓪.⓪.①", "[::1]"],
  ...[
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:0:0:1]",
    "localhost",
    "localhost.",
    "LOCALHOST",
    "a.localhost",
  ],
  ...["printer.local", "vault.internal", "router", "nas.lan.", "box.home.arpa", PUBLIC_ADDRESS, "1572395022"],
];
const named = (...addresses: string[]): Outbound => ({ ...pages.outbound, resolve: async () => addresses });

/** Reads as a fetch would that trusts what it was given: the canary hears it. */
async function readUnchecked(address: string, outbound: Outbound, isFirstChecked: boolean): Promise<void> {
  const signal = AbortSignal.timeout(outbound.deadlineMs);
  let url = isFirstChecked ? pageAddress(address, outbound.ports) : new URL(address);
  if (isFirstChecked) await publicTarget(url, outbound, signal);
  for (let redirects = 0; redirects < 4; redirects++) {
    const [found = ""] = await outbound.resolve(url.hostname);
    const response = await askPage(url, outbound.route({ address: found, port: portOf(url) }), signal);
    response.destroy();
    if (response.headers.location === undefined) return;
    url = new URL(response.headers.location, url);
  }
}

async function expectHeard(address: string, outbound: Outbound, isFirstChecked = false): Promise<void> {
  const before = pages.reached();
  await readUnchecked(address, outbound, isFirstChecked).catch(() => undefined);
  expect(pages.reached()).toBe(before + 1);
}

async function expectUnheard(address: string, outbound: Outbound): Promise<void> {
  const before = pages.reached();
  await expect(readPage(address, outbound)).rejects.toMatchObject(REFUSED);
  expect(pages.reached()).toBe(before);
}

describe("I5: a server that is not public is never connected to", () => {
  test("a public name is read, so that what follows is refused for its address alone", async () => {
    expect(await readPage("http://news.example.org/", pages.outbound)).toMatchObject({ status: 200 });
    const six = {
      ...named("2606:2800:220:1::1"),
      route: () => pages.outbound.route({ address: PUBLIC_ADDRESS, port: 80 }),
    };
    expect(await readPage("http://news.example.org/", six)).toMatchObject({ status: 200 });
  });

  test.each(BLOCKED)("whose name stands for %s", async (address) => {
    await expectUnheard("http://news.example.org/", named(address));
    await expectUnheard("https://news.example.org/", named(address));
    await expectHeard("http://news.example.org/", named(address));
  });

  test("whose name stands for something public and for something that is not, in either order", async () => {
    await expectUnheard("http://news.example.org/", named(PUBLIC_ADDRESS, "127.0.0.1"));
    await expectUnheard("http://news.example.org/", named("10.0.0.1", PUBLIC_ADDRESS));
  });

  test.each(SPELLINGS)("that is written %s", async (host) => {
    const inside: Outbound = { ...pages.outbound, resolve: async () => ["127.0.0.1"] };
    await expectUnheard(`http://${host}/`, inside);
    await expectUnheard(`http://${host}/`, pages.outbound);
    await expectHeard(`http://${host}/`, inside);
  });

  test.each([
    "file:///etc/passwd",
    "gopher://news.example.org/_x",
    "ftp://news.example.org/",
    "data:text/html,x",
    "javascript:alert(1)",
    "//news.example.org/",
    "news.example.org",
    "",
    "http://",
    "http://user@news.example.org/",
    "http://user:word@news.example.org/",
    "http://news.example.org:22/",
    "http://news.example.org:8080/",
    "https://news.example.org:6379/",
  ])("by the address “%s”, for which no name is even looked up", async (address) => {
    let names = 0;
    const outbound: Outbound = {
      ...pages.outbound,
      resolve: async () => {
        names++;
        return [PUBLIC_ADDRESS];
      },
    };
    const before = pages.requests.length;
    await expectUnheard(address, outbound);
    expect([names, pages.requests.length]).toEqual([0, before]);
  });

  test("when its name changes between the check and the connection (DNS rebinding)", async () => {
    const rebinding = (): Outbound => {
      const answers = [[PUBLIC_ADDRESS], ["127.0.0.1"]];
      return { ...pages.outbound, resolve: async () => answers.shift() ?? ["127.0.0.1"] };
    };
    const before = pages.reached();
    expect(await readPage("http://rebind.example.org/", rebinding())).toMatchObject({ status: 200 });
    expect(pages.reached()).toBe(before);
    await expectHeard("http://rebind.example.org/", rebinding(), true);
  });

  test("when its name changes between one redirect and the next", async () => {
    const answers = [[PUBLIC_ADDRESS], ["127.0.0.1"]];
    const outbound: Outbound = { ...pages.outbound, resolve: async () => answers.shift() ?? [] };
    await expectUnheard("http://rebind.example.org/to/%2Fagain", outbound);
  });

  test.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "//2130706433/",
    "http://inside.example.org/",
    "http://localhost./",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_x",
    "http://news.example.org:6379/",
  ])("by a page that sends its readers on to %s", async (location) => {
    const outbound: Outbound = {
      ...pages.outbound,
      resolve: async (name) => (/^(inside|localhost)/.test(name) ? ["127.0.0.1"] : await pages.outbound.resolve(name)),
    };
    const address = `http://news.example.org/to/${encodeURIComponent(location)}`;
    await expectUnheard(address, outbound);
    if (/^http:\/\/(127|\[|inside|localhost)|^\/\//.test(location)) await expectHeard(address, outbound, true);
  });
});
