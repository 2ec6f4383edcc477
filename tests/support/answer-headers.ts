/** What kind of answer it is, as far as its headers depend on it. */
export interface AnswerKind {
  /** A page, which runs scripts of its own. */
  readonly isPage?: boolean;
  /** The same for everybody until it gets another name: it may be kept. */
  readonly mayBeKept?: boolean;
  /** Whether the address is of https. */
  readonly isEncrypted?: boolean;
}

const WANTED: Readonly<Record<string, RegExp>> = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "content-security-policy": /(^|; )frame-ancestors 'none'(;|$)/,
  "referrer-policy": /^(strict-origin-when-cross-origin|no-referrer)$/,
  "permissions-policy": /camera=\(\), microphone=\(\), geolocation=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
  "x-request-id": /^[\w.-]{8,64}$/,
};
const UNWANTED = ["x-powered-by", "server"];
const KEPT = /^public, max-age=\d+/;
const NOT_KEPT = /^(?!.*public).*\bno-store\b/;

/** Each script of a page that does not carry the number of the policy. */
function strangeScripts(policy: string, html: string): string[] {
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  const nonce = /'nonce-([A-Za-z0-9+/=]{20,})'/.exec(scripts)?.[1];
  if (!nonce || scripts.includes("unsafe")) return ["content-security-policy"];
  const tags = html.match(/<script[^>]*>/g) ?? [];
  return tags.filter((tag) => !tag.includes(`nonce="${nonce}"`)).map((tag) => `no number: ${tag}`);
}

/** What is wrong with the headers of an answer: each by its name. */
export function wrongHeaders(
  { isPage = false, mayBeKept = false, isEncrypted = false }: AnswerKind,
  {
    headers,
    text,
  }: { readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly text: string },
): string[] {
  const of = (name: string) => String(headers[name] ?? "");
  return [
    ...Object.entries(WANTED).flatMap(([name, form]) => (form.test(of(name)) ? [] : [name])),
    ...UNWANTED.filter((name) => headers[name] !== undefined),
    ...(of("strict-transport-security").startsWith("max-age=") === isEncrypted ? [] : ["strict-transport-security"]),
    ...((mayBeKept ? KEPT : NOT_KEPT).test(of("cache-control")) ? [] : ["cache-control"]),
    ...(isPage ? strangeScripts(of("content-security-policy"), text) : []),
  ];
}
