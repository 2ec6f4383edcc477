import { isIPv4 } from "node:net";
import { DomainError, ensure } from "#core/errors.ts";
import type { Outbound, Target } from "#services/outbound.ts";
import { isGlobalAddress } from "./global-address.ts";
import { portOf } from "./page-address.ts";

/**
 * The one address that is connected to for a page. The name is resolved once, and every address that it has must be a public
 * one: a name that also stands for something inside is refused, and one that changes meanwhile changes nothing.
 */
export async function publicTarget(url: URL, outbound: Outbound, signal: AbortSignal): Promise<Target> {
  const addresses = await beforeAbort(addressesOf(url.hostname, outbound), signal);
  const isPublic = addresses.length > 0 && addresses.every(isGlobalAddress);
  ensure(isPublic, "page_address_must_be_public", { reason: "local_server", field: "url" });
  // Not every machine that serves Parley has IPv6; hardly a page is without IPv4.
  const address = addresses.find(isIPv4) ?? addresses[0] ?? "";
  return outbound.route({ address, port: portOf(url) });
}

async function addressesOf(hostname: string, { resolve }: Outbound): Promise<readonly string[]> {
  try {
    return await resolve(hostname);
  } catch {
    throw new DomainError("page_must_answer", { reason: "unknown_name", field: "url" });
  }
}

/** Looking a name up cannot be called off: its answer is no longer waited for. */
function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}
