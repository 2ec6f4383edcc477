import ipaddr from "ipaddr.js";

const UNKNOWN = "unknown";
/** The part of an IPv6 address that one household or machine is given: it has the rest to itself, and may change it at will. */
const HOUSEHOLD_BITS = 64;

type Address = ReturnType<typeof ipaddr.process>;

/** An address as IPv4 wherever it is one, also when written within IPv6; a zone of this machine's own is left out. */
function parsed(address: string): Address | undefined {
  const [bare = ""] = address.split("%");
  return ipaddr.IPv6.isValid(bare) || ipaddr.IPv4.isValidFourPartDecimal(bare) ? ipaddr.process(bare) : undefined;
}

function network(address: Address, bits: number): string {
  const family = address.kind() === "ipv4" ? ipaddr.IPv4 : ipaddr.IPv6;
  return family.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString();
}

/** As whom a connection counts where attempts are limited: an IPv4 address, or the /64 of an IPv6 address. */
export function countedNetwork(address: string | undefined): string {
  const found = parsed(address ?? "");
  if (!found) return UNKNOWN;
  return found.kind() === "ipv4" ? found.toString() : `${network(found, HOUSEHOLD_BITS)}/${HOUSEHOLD_BITS}`;
}

/**
 * Roughly where a connection came from, for people to know their own sessions by: less than an address. The first 24 bits of
 * IPv4, the first 48 of IPv6, as "192.0.2.*" and "2001:db8:1:*".
 */
export function roughNetwork(address: string | undefined): string {
  const found = parsed(address ?? "");
  if (!found) return UNKNOWN;
  return found.kind() === "ipv4"
    ? network(found, 24).replace(/\.0$/, ".*")
    : network(found, 48).replace(/(^|[^:])::$/, "$1:*");
}
