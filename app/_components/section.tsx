import { type ReactNode, useId } from "react";

interface SectionProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** What stands at the right of the title: a link to all of them, a small button. */
  readonly aside?: ReactNode;
  /** For links to this part of the page. */
  readonly id?: string;
}

/** A part of a page under an h2, set off by a hairline rather than a box. */
export function Section({ title, children, lead, aside, id }: SectionProps) {
  const heading = useId();
  return (
    <section id={id} aria-labelledby={heading} className="mt-10 border-t border-ink pt-3 first:mt-0">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={heading} className="font-serif text-lg font-semibold">
          {title}
        </h2>
        {aside === undefined ? null : <div className="text-sm">{aside}</div>}
        {lead === undefined ? null : (
          <div className="basis-full">
            <p className="max-w-measure text-sm text-soft">{lead}</p>
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
