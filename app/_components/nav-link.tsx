"use client";

import { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageLink } from "./page-link.tsx";

/** A link of the main navigation, which knows whether the reader is there or below. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const isExact = pathname === href;
  const isBelow = pathname.startsWith(`${href}/`);
  return (
    <PageLink
      href={href}
      aria-current={isExact ? "page" : isBelow ? "true" : undefined}
      className="relative flex h-11 items-center text-sm font-medium whitespace-nowrap text-soft hover:text-ink aria-[current]:text-ink sm:h-14"
    >
      {children}
      <Underline isCurrent={isExact || isBelow} />
    </PageLink>
  );
}

/** Under the place where the reader is, and under the one that has been pressed and is on its way. */
function Underline({ isCurrent }: { isCurrent: boolean }) {
  const { pending } = useLinkStatus();
  if (pending)
    return <span aria-hidden="true" className="appear-late absolute inset-x-0 -bottom-px h-0.5 bg-outline" />;
  return isCurrent ? <span aria-hidden="true" className="absolute inset-x-0 -bottom-px h-0.5 bg-accent" /> : null;
}
