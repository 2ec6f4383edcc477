import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { adoptClient, clientAddress } from "#server/cli/client-address.ts";
import { countedNetwork, roughNetwork } from "#services/network-of.ts";

const PROXY = "10.0.0.1";

describe("whose address a request counts under", () => {
  // The header reads from the farthest to the nearest: each proxy adds whoever connected to it at the end.
  test.each([
    ["without a trusted proxy, the connection's, whatever is claimed", 0, "198.51.100.1, 203.0.113.1", PROXY],
    ["behind one, what it wrote", 1, "203.0.113.1", "203.0.113.1"],
    ["behind one, not what a client wrote before it", 1, "127.0.0.1, 8.8.8.8, 203.0.113.1", "203.0.113.1"],
    ["behind two, what the farther one wrote", 2, "6.6.6.6, 203.0.113.1, 10.0.0.2", "203.0.113.1"],
    ["behind three", 3, "6.6.6.6,203.0.113.1 ,10.0.0.3,10.0.0.2", "203.0.113.1"],
    ["behind two where only one wrote, what that one wrote", 2, "203.0.113.1", "203.0.113.1"],
    ["behind one that wrote nothing, the connection's", 1, undefined, PROXY],
    ["behind one that wrote no address, the connection's", 1, "203.0.113.1, unknown", PROXY],
    ["an empty item is no address", 1, "203.0.113.1,", PROXY],
    ["a host name is no address", 1, "localhost", PROXY],
    ["a number is no address", 1, "2130706433", PROXY],
    ["an address with a port", 1, "203.0.113.1:5678", "203.0.113.1"],
    ["an address of IPv6", 1, "2001:DB8::0001", "2001:db8::1"],
    ["an address of IPv6 with a port", 1, "[2001:db8::1]:443", "2001:db8::1"],
    ["an address of IPv4 within IPv6", 1, "::ffff:203.0.113.1", "203.0.113.1"],
    ["an address with a zone", 1, "fe80::1%eth0", "fe80::1"],
    ["a header of a thousand items", 1, `${"6.6.6.6,".repeat(1000)}203.0.113.1`, "203.0.113.1"],
  ])("%s", (_, hops, forwarded, address) => {
    const headers: IncomingHttpHeaders = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
    expect(clientAddress(PROXY, headers, hops)).toBe(address);
  });

  test("is whatever a client writes where the first of the list is taken, and that is seen", () => {
    const first = (list: string) => list.split(",")[0]?.trim();
    const spoofed = (client: string) => ({ "x-forwarded-for": `${client}, 203.0.113.1` });
    const clients = Array.from({ length: 20 }, (_, i) => spoofed(`6.6.6.${i}`));
    expect(new Set(clients.map((headers) => clientAddress(PROXY, headers, 1))).size).toBe(1);
    expect(new Set(clients.map((headers) => first(headers["x-forwarded-for"]))).size).toBe(20);
  });

  test("is told apart even where the connection has none any more", () => {
    expect([clientAddress(undefined, {}, 0), clientAddress("::ffff:192.0.2.1", {}, 0)]).toEqual([
      "unknown",
      "192.0.2.1",
    ]);
  });
});

describe("what a request says of itself", () => {
  const claims = {
    "x-forwarded-for": "203.0.113.1",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "evil.example",
    "x-forwarded-port": "1",
    forwarded: "for=6.6.6.6",
    "x-real-ip": "6.6.6.6",
    "x-real-address": "6.6.6.6",
    "x-asked-address": "//evil.example",
    host: "parley.example",
    "user-agent": "curl",
  };
  const adopted = (hops: number, headers: IncomingHttpHeaders = claims) => {
    const request = { headers: { ...headers }, socket: { remoteAddress: PROXY }, url: "/me?x=1" };
    adoptClient(request as unknown as IncomingMessage, hops);
    return request.headers;
  };
  const kept = { host: "parley.example", "user-agent": "curl", "x-asked-address": "/me?x=1" };

  test("is taken out, and the connection's address put in, where no proxy is trusted", () => {
    expect(adopted(0)).toEqual({ ...kept, "x-real-address": PROXY });
  });

  test("is believed of a trusted proxy: the address and the scheme, and nothing else", () => {
    expect(adopted(1)).toEqual({ ...kept, "x-real-address": "203.0.113.1", "x-forwarded-proto": "https" });
    const odd = adopted(1, { ...claims, "x-forwarded-proto": "https, gopher" });
    expect(odd["x-forwarded-proto"]).toBeUndefined();
  });
});

describe("a network", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7", "192.0.2.*"],
    ["::ffff:192.0.2.7", "192.0.2.7", "192.0.2.*"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1:*"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64", "2001:db8:1:*"],
    ["fe80::1%eth0", "fe80::/64", "fe80:*"],
    ["unknown", "unknown", "unknown"],
    ["1.2.3", "unknown", "unknown"],
    [undefined, "unknown", "unknown"],
  ])("of %s counts as %s and is shown as %s", (address, counted, rough) => {
    expect([countedNetwork(address), roughNetwork(address)]).toEqual([counted, rough]);
  });
});
