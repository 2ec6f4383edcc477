import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { log } from "#server/log.ts";

/** What anybody can write into a request, and only a proxy of ours is believed about. Ours are among them. */
const CLAIMED =
  /^(x-forwarded(-.*)?|forwarded|x-real-ip|x-real-address|x-client-ip|true-client-ip|cf-connecting-ip|x-asked-address)$/;

/** The item of a list header that the farthest trusted proxy wrote: each proxy adds its own at the end. */
function fromTrusted(header: string | string[] | undefined, hops: number): string | undefined {
  const items = [header ?? []].flat().join(",").split(",");
  return hops === 0 || header === undefined ? undefined : items.at(-Math.min(hops, items.length))?.trim();
}

/** An address as proxies write it, perhaps with a port; IPv4 stays IPv4, also within IPv6. */
function plainAddress(text: string): string | undefined {
  const [, bracketed, withPort] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(text) ?? [];
  const [bare = ""] = (bracketed ?? withPort ?? text).split("%");
  const isAddress = ipaddr.IPv6.isValid(bare) || ipaddr.IPv4.isValidFourPartDecimal(bare);
  return isAddress ? ipaddr.process(bare).toString() : undefined;
}

/**
 * Whose address a request counts under: with n trusted proxies the n-th from the right of `X-Forwarded-For`, which the farthest
 * of them wrote about whoever connected to it. Without one, and where the header is missing or holds no address there, that of
 * the connection.
 */
export function clientAddress(remoteAddress: string | undefined, headers: IncomingHttpHeaders, hops: number): string {
  const claimed = plainAddress(fromTrusted(headers["x-forwarded-for"], hops) ?? "");
  return claimed ?? plainAddress(remoteAddress ?? "") ?? "unknown";
}

/** The scheme that people use, as told by a trusted proxy; undefined where there is none. */
function clientScheme(headers: IncomingHttpHeaders, hops: number): string | undefined {
  const claimed = fromTrusted(headers["x-forwarded-proto"], hops)?.toLowerCase();
  return claimed === "http" || claimed === "https" ? claimed : undefined;
}

let hasWarned = false;

/** Once: the operator of an instance behind a proxy that is not told of would see all people share one address. */
function warnOfProxy({ headers }: IncomingMessage, address: string, hops: number): void {
  if (hasWarned || hops > 0 || headers["x-forwarded-for"] === undefined) return;
  if (!ipaddr.isValid(address) || ipaddr.parse(address).range() === "unicast") return;
  hasWarned = true;
  log.warn("a proxy seems to be in front: unless PARLEY_TRUSTED_PROXIES is set, all its people share one address");
}

/**
 * Puts into a request's own headers what the rest of Parley goes by, and takes out whatever the client claimed of it: the address
 * it counts under (`x-real-address`), and what it asked for (`x-asked-address`), to come back to after signing in.
 */
export function adoptClient(request: IncomingMessage, hops: number): void {
  const { headers, socket, url = "/" } = request;
  const address = clientAddress(socket.remoteAddress, headers, hops);
  const scheme = clientScheme(headers, hops);
  warnOfProxy(request, address, hops);
  for (const name of Object.keys(headers)) if (CLAIMED.test(name)) delete headers[name];
  headers["x-real-address"] = address;
  headers["x-asked-address"] = url;
  if (scheme) headers["x-forwarded-proto"] = scheme;
}
