import type { ReactNode } from "react";
import { PageLink } from "./page-link.tsx";

/** The way to the next page of a list that goes back in time; nothing when there is none. */
export function OlderLink({ href, children = "Older" }: { href: string | undefined; children?: ReactNode }) {
  if (href === undefined) return null;
  return (
    <nav aria-label="More of this list" className="mt-6 border-t border-hairline pt-4">
      <PageLink href={href} rel="next" className="link inline-flex min-h-8 items-center text-sm font-medium">
        {children} <span aria-hidden="true">&nbsp;→</span>
      </PageLink>
    </nav>
  );
}
