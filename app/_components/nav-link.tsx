"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the main navigation, which knows whether the reader is there or below. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const isExact = pathname === href;
  const isBelow = pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isExact ? "page" : isBelow ? "true" : undefined}
      className="-mb-px flex h-11 items-center border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink sm:h-14"
    >
      {children}
    </Link>
  );
}
