import { isIP } from "node:net";
import { ensure } from "#core/errors.ts";

const RULE = "page_address_must_be_public";
/** Names that only a machine or its own network knows. */
const LOCAL_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/**
 * The address of a page that may be asked for, read as the fetch will read it: so that 2130706433, 0x7f.1 and 0177.1 are
 * seen for what they are. Servers are asked for by a public name only; what the name stands for is checked when connecting.
 */
export function pageAddress(text: string, ports: readonly number[], base?: URL): URL {
  const url = URL.parse(text, base?.href);
  ensure(url, RULE, "This is not a web address.", "url");
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  ensure(isWeb, RULE, "Only pages at https:// or http:// can be read.", "url");
  ensure(url.username === "" && url.password === "", RULE, "The address must not carry a name or password.", "url");
  ensure(ports.includes(portOf(url)), RULE, "Only the usual ports of the web, 80 and 443, can be asked.", "url");
  const name = url.hostname.replace(/\.$/, "");
  const isNumber = isIP(name.replace(/^\[|\]$/g, "")) !== 0;
  ensure(!isNumber, RULE, "A page can only be read from a server that has a name.", "url");
  const isPublic = name.includes(".") && !LOCAL_NAMES.test(name);
  ensure(isPublic, RULE, "This name is not one of the public internet.", "url");
  return url;
}

export function portOf(url: URL): number {
  return url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
}
