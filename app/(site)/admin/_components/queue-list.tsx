import type { ReactNode } from "react";
import { Section } from "#app/_components/section.tsx";

interface Props<Item> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly empty: string;
  readonly children: (item: Item) => ReactNode;
  readonly aside?: ReactNode;
}

/** A part of the queue with how much waits in it, or what will appear there. */
export function QueueList<Item>({ title, items, empty, children, aside }: Props<Item>) {
  return (
    <Section title={items.length > 0 ? `${title} (${items.length})` : title} aside={aside}>
      {items.length === 0 ? (
        <p className="max-w-measure text-soft">{empty}</p>
      ) : (
        <ol className="divide-y divide-hairline">{items.map(children)}</ol>
      )}
    </Section>
  );
}
