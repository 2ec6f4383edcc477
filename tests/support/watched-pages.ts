import type { BrowserContext, Page } from "playwright-core";

/** What pages did that no text of a stranger may make them do. */
export interface Watch {
  /** The numbers of the texts that ran: `canary(17)` was called. */
  readonly ran: Set<number>;
  /** Everything else: blocked scripts, dialogs, requests to elsewhere, and elements that only HTML of a stranger would make. */
  readonly faults: string[];
}

/** Watches every page and frame of a context from before its first script runs. */
export async function watchPages(context: BrowserContext, origin: string): Promise<Watch> {
  const watch: Watch = { ran: new Set(), faults: [] };
  await context.exposeBinding("canary", (_, number: number) => void watch.ran.add(number));
  await context.exposeBinding("tellViolation", ({ frame }, what: string) => {
    watch.faults.push(`${frame.url()}: the policy stopped ${what}`);
  });
  await context.addInitScript(() => {
    const tell = (window as unknown as { tellViolation: (what: string) => void }).tellViolation;
    document.addEventListener("securitypolicyviolation", (event) => {
      tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on("page", (page) => watchPage(page, origin, watch));
  return watch;
}

function watchPage(page: Page, origin: string, { faults }: Watch): void {
  page.on("dialog", (dialog) => {
    faults.push(`${page.url()}: a dialog says ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("popup", (popup) => faults.push(`${page.url()} opened ${popup.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) faults.push(`${page.url()} asked for ${request.url().slice(0, 100)}`);
  });
}

/** What stands on a page that people's text may not make: handlers, frames, links that run or that recommend. */
export function strangeElements(page: Page, origin: string): Promise<string[]> {
  return page.evaluate((own) => {
    const strange: string[] = [];
    const tell = (element: Element, why: string) =>
      strange.push(`${location.pathname}: ${why} ${element.outerHTML.slice(0, 200)}`);
    for (const element of document.querySelectorAll("*")) {
      const names = element.getAttributeNames();
      if (names.some((name) => /^on|^srcdoc$|^formaction$/.test(name))) tell(element, "acts by itself:");
      if (/^(iframe|object|embed|base|frame|marquee|dialog|math|image|x)$/i.test(element.tagName))
        tell(element, "is strange:");
      if (element.tagName === "IMG" && element.getAttribute("src") === "x") tell(element, "is an image of a text:");
    }
    for (const link of document.querySelectorAll("a[href]")) {
      const { protocol, origin } = new URL(link.getAttribute("href") ?? "", document.baseURI);
      if (!/^https?:$/.test(protocol)) tell(link, "runs or leads out of the web:");
      const marks = (link.getAttribute("rel") ?? "").split(" ");
      if (origin !== own && !["nofollow", "ugc", "noopener"].every((mark) => marks.includes(mark)))
        tell(link, "recommends:");
    }
    return strange;
  }, origin);
}
