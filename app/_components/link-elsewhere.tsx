import type { ReactNode } from "react";
import { addressFault } from "#core/text/source-address.ts";

interface Props {
  readonly href: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A link that somebody else chose. It leads to a page of the web or nowhere, and earns that page no rank. */
export function LinkElsewhere({ href, className, children }: Props) {
  if (addressFault(href) !== null) return <span>{children}</span>;
  return (
    <a href={href} rel="nofollow noopener ugc" className={className}>
      {children}
    </a>
  );
}
