import type { RequestListener } from "node:http";

/** No page has this address, and none ever will. */
const NO_PAGE = "/no-such-page";

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/**
 * Answers as `answer` does. A path with a broken escape (%E0%A4%A) names nothing, so there is no such page; further in, the
 * attempt to read it would be a fault.
 */
export function readingAddresses(answer: RequestListener): RequestListener {
  return (request, response) => {
    if (!isReadable(request.url ?? "")) request.url = NO_PAGE;
    return answer(request, response);
  };
}
