const ADDRESS = /^https?:\/\/(?:[^/?#\s]*@)?(?:www\.)?([^/?#:\s]+)/i;

/**
 * The host of a web address as it is written, without "www."; null for what is no http or https address.
 *
 * @example
 * ["https://www.Example.org/a", "http://xn--e1afmkfd.xn--p1ai", "ftp://x.org", "https://"].map(addressHost); // => ["example.org", "xn--e1afmkfd.xn--p1ai", null, null]
 */
export function addressHost(address: string): string | null {
  const [, host] = ADDRESS.exec(address) ?? [];
  return host !== undefined && URL.canParse(address) ? host.toLowerCase() : null;
}
