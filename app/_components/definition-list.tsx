import type { ReactNode } from "react";

interface Definition {
  readonly term: ReactNode;
  readonly value: ReactNode;
  /** Distinguishes the rows when a term is not a text. */
  readonly key?: string;
}

/** Names and values in two columns, divided by hairlines: dates, numbers, who and when. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="divide-y divide-hairline border-y border-hairline text-sm">
      {items.map((item, index) => (
        <div
          key={item.key ?? (typeof item.term === "string" ? item.term : index)}
          className="flex flex-wrap gap-x-6 gap-y-0.5 py-2"
        >
          <dt className="w-36 shrink-0 text-soft">{item.term}</dt>
          <dd className="min-w-0 grow basis-48 wrap-anywhere">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
