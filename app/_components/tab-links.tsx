import type { ReactNode } from "react";
import { PageLink } from "./page-link.tsx";

interface Tab {
  readonly href: string;
  readonly label: ReactNode;
  readonly count?: number;
  readonly isCurrent: boolean;
}

/** Views of one thing, each with an address of its own. On a phone the row scrolls by finger. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-5 overflow-x-auto overflow-y-hidden border-b border-hairline">
      <ul className="flex gap-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <PageLink
              href={tab.href}
              scroll={false}
              aria-current={tab.isCurrent ? "page" : undefined}
              className="flex h-11 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-soft -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="font-normal text-faint">{tab.count}</span>}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
