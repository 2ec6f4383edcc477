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
  ensure(url, RULE, { reason: "not_an_address", field: "url" });
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  ensure(isWeb, RULE, { reason: "not_web", field: "url" });
  ensure(url.username === "" && url.password === "", RULE, { reason: "with_password", field: "url" });
  ensure(ports.includes(portOf(url)), RULE, { reason: "unusual_port", field: "url" });
  const name = url.hostname.replace(/\.$/, "");
  const isNumber = isIP(name.replace(/^\[|\]$/g, "")) !== 0;
  ensure(!isNumber, RULE, { reason: "no_name", field: "url" });
  const isPublic = name.includes(".") && !LOCAL_NAMES.test(name);
  ensure(isPublic, RULE, { reason: "local_name", field: "url" });
  return url;
}

export function portOf(url: URL): number {
  return url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
}
