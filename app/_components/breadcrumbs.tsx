import { PageLink } from "./page-link.tsx";

interface Crumb {
  readonly label: string;
  /** Left out for the page itself. */
  readonly href?: string;
}

/** Where this page lies, from the top down. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap gap-x-2 text-sm text-soft">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex gap-2">
            {index === 0 ? null : (
              <span aria-hidden="true" className="text-faint">
                /
              </span>
            )}
            {crumb.href === undefined ? (
              <span aria-current="page">{crumb.label}</span>
            ) : (
              <PageLink href={crumb.href} className="title-link">
                {crumb.label}
              </PageLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
