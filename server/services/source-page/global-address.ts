import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** All that is handed out for the public internet lies in here; what is set apart within it, `range` names. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address belongs to the public internet: not to this machine, its network, its cloud, a group, a tunnel into
 * IPv4, or anything else that is set apart (IANA's registries of special-purpose addresses).
 */
export function isGlobalAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes("%")) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_IPV6);
}
