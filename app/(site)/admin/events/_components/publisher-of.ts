/** A first guess at who published a page: the host of its address, without what stands before the name. */
export function publisherOf(url: string): string {
  if (!URL.canParse(url)) return "";
  return new URL(url).hostname.replace(/^(www|m|amp|en|news)\./, "");
}
