import type { ReactNode } from "react";

interface PageHeaderProps {
  readonly title: ReactNode;
  /** A line above the title: breadcrumbs, or a status with its dates. */
  readonly above?: ReactNode;
  /** One or two sentences under the title. */
  readonly lead?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
}

/** The one h1 of a page, with what belongs to it. */
export function PageHeader({ title, above, lead, actions }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 max-w-column space-y-2">
        {above === undefined ? null : <div className="text-sm text-soft">{above}</div>}
        <h1 className="font-serif text-xl font-semibold tracking-[-0.01em] sm:text-2xl">{title}</h1>
        {lead === undefined ? null : <div className="max-w-measure text-base text-soft">{lead}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
