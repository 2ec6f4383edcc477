import { lookup } from "node:dns/promises";

/** The way out to other people's servers. A context carries one only where fetching is switched on. */
export interface Outbound {
  /** Every address that a name has. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  /** The ports that may be asked. */
  readonly ports: readonly number[];
  /** Where a connection to an address that passed its check goes: there. A test leads it to a server of its own. */
  readonly route: (target: Target) => Target;
  /** For everything together: names, redirects and the page. */
  readonly deadlineMs: number;
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

export interface Target {
  readonly address: string;
  readonly port: number;
}

const INTERNET: Outbound = {
  resolve: async (hostname) => (await lookup(hostname, { all: true, order: "verbatim" })).map(({ address }) => address),
  ports: [80, 443],
  route: (target) => target,
  deadlineMs: 5000,
  maxBytes: 1_000_000,
  maxRedirects: 3,
};

/** The way out that a setting opens: none, unless it is on. */
export function outboundWhen(setting: "on" | "off"): Outbound | undefined {
  return setting === "on" ? INTERNET : undefined;
}
