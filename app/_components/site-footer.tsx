import { PageLink } from "./page-link.tsx";
import type { Theme } from "./theme.ts";
import { ThemeSelect } from "./theme-select.tsx";

const places = [
  { href: "/questions", label: "Questions" },
  { href: "/topics", label: "Topics" },
  { href: "/events", label: "Events" },
  { href: "/leaderboard", label: "Leaderboard" },
  { href: "/methodology", label: "Methodology" },
  { href: "/seals", label: "Seals" },
] as const;

/** What Parley is in one sentence, where things are, and how it looks. */
export function SiteFooter({ theme }: { theme: Theme }) {
  return (
    <footer className="border-t border-hairline">
      <div className="mx-auto flex w-full max-w-wide flex-wrap items-center gap-x-8 gap-y-3 px-4 py-6 text-sm text-soft sm:px-6">
        <p className="max-w-measure basis-full md:max-w-96 md:basis-auto">
          Parley puts probabilities on questions about the world and settles them by a public record of events.
        </p>
        <ul className="flex flex-wrap gap-x-5 md:ml-auto">
          {places.map((place) => (
            <li key={place.href}>
              <PageLink href={place.href} className="title-link inline-flex min-h-8 items-center">
                {place.label}
              </PageLink>
            </li>
          ))}
        </ul>
        <ThemeSelect initial={theme} />
      </div>
    </footer>
  );
}
