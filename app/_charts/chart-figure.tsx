import type { ReactNode } from "react";
import { Disclosure } from "#app/_components/disclosure.tsx";

interface ChartFigureProps {
  /** Says what the chart shows: "Crowd's probability since 6 Feb 2026". */
  readonly title: string;
  /** How to read it, in a line. */
  readonly lead?: ReactNode;
  /** What it shows, in words, for those who do not see it. */
  readonly summary: string;
  /** The same numbers as a table, one press away. */
  readonly table?: ReactNode;
  readonly children: ReactNode;
}

/** What every chart has: a title, a summary in words, the drawing, and the numbers behind it. */
export function ChartFigure({ title, lead, summary, table, children }: ChartFigureProps) {
  return (
    <figure className="@container">
      <figcaption>
        <p className="text-sm font-semibold">{title}</p>
        {lead === undefined ? null : <p className="max-w-measure text-sm text-soft">{lead}</p>}
        <p className="sr-only">{summary}</p>
      </figcaption>
      {children}
      {table === undefined ? null : <Disclosure summary="The numbers as a table">{table}</Disclosure>}
    </figure>
  );
}
