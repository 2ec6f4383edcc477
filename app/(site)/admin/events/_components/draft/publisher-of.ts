import { hostText } from "#core/text/source-address.ts";

/** A first guess at who published a page: the host of its address, without what stands before the name. */
export function publisherOf(url: string): string {
  return hostText(url).replace(/^(www|m|amp|en|news)\./, "");
}
