import type { ReactNode } from "react";
import { NavLink } from "./nav-link.tsx";
import { PageLink } from "./page-link.tsx";

const places = [
  { href: "/questions", label: "Questions" },
  { href: "/topics", label: "Topics" },
  { href: "/events", label: "Events" },
  { href: "/leaderboard", label: "Leaderboard" },
] as const;

/** The name, the four ways in, and the reader's own corner. On a phone the ways in take a row of their own. */
export function SiteHeader({ account }: { account?: ReactNode }) {
  return (
    <header className="border-b border-hairline">
      <div className="mx-auto flex w-full max-w-wide flex-wrap items-center gap-x-8 px-4 sm:px-6">
        <PageLink
          href="/"
          className="flex h-14 items-center font-serif text-[1.375rem] font-semibold tracking-tight text-ink hover:text-accent"
        >
          Parley
        </PageLink>
        <div className="ml-auto flex h-14 items-center sm:order-last">{account}</div>
        <nav aria-label="Main" className="-mx-4 w-[calc(100%+2rem)] overflow-x-auto px-4 sm:mx-0 sm:w-auto sm:px-0">
          <ul className="flex justify-between gap-x-5 sm:justify-start sm:gap-x-6">
            {places.map((place) => (
              <li key={place.href}>
                <NavLink href={place.href}>{place.label}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
