import { lookAlikeKey } from "./look-alike-key.ts";
import { isOneAlphabet } from "./one-alphabet.ts";
import { punycodeText } from "./punycode-text.ts";
import { textFault } from "./text-fault.ts";

/** No address that people cite is longer. */
export const LONGEST_ADDRESS = 2000;

/**
 * What keeps a text from being cited as the address of a source, in words; null when nothing does. Taken is what a browser
 * reads as a page of the web: http or https and a host, in whatever alphabet its name is written.
 *
 * Source: WHATWG URL; own rule that an address carries no name and password, which would be published with it.
 *
 * @example
 * addressFault("https://пример.рф/a"); // => null
 * addressFault("https://xn--e1afmkfd.xn--p1ai/a"); // => null
 * addressFault("https://ada:secret@example.org/"); // => "Leave out the name and password before the @: the address is published."
 */
export function addressFault(text: string): string | null {
  if (text.length > LONGEST_ADDRESS) return `At most ${LONGEST_ADDRESS} characters.`;
  const unseen = textFault(text);
  if (unseen !== null) return unseen;
  const url = /^https?:\/\/[^\s][^\t\n\r]*$/i.test(text) ? URL.parse(text) : null;
  if (!url) return "Give a web address that starts with https:// or http://.";
  return url.username === "" && url.password === ""
    ? null
    : "Leave out the name and password before the @: the address is published.";
}

/**
 * The host of an address as a reader can trust it: a label of another alphabet in its own letters, unless it mixes alphabets or
 * could be taken for Latin letters; then as the registries know it, xn--…
 *
 * Source: UTS 39, as browsers show addresses; `punycodeText`.
 *
 * @example
 * hostText("https://xn--e1afmkfd.xn--p1ai/a"); // => "пример.рф"
 * hostText("https://\u0430\u0440\u0440\u04CF\u0435.com/"); // => "xn--80ak6aa92e.com"
 * hostText("no address"); // => ""
 */
export function hostText(address: string): string {
  const host = URL.parse(address)?.hostname ?? "";
  return host.split(".").map(readableLabel).join(".");
}

function readableLabel(label: string): string {
  if (!label.startsWith("xn--")) return label;
  const text = punycodeText(label.slice("xn--".length));
  const isPlain = textFault(text) === null && isOneAlphabet(text) && !/^[\x20-\x7e]*$/.test(lookAlikeKey(text));
  return isPlain ? text : label;
}
