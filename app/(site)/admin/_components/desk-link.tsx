"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageLink } from "#app/_components/page-link.tsx";

/** A link to a part of the administration, which knows whether the reader is in it. The first part lies above the others. */
export function DeskLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const isBelow = href !== "/admin" && pathname.startsWith(`${href}/`);
  return (
    <PageLink
      href={href}
      aria-current={pathname === href ? "page" : isBelow ? "true" : undefined}
      className="inline-flex h-11 items-center border-b-2 border-transparent whitespace-nowrap text-soft -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
    >
      {children}
    </PageLink>
  );
}
