import type { ReactNode } from "react";

/** Things one below the other, divided by hairlines. Its children are ListItem. */
export function ItemList({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-hairline border-y border-hairline">{children}</ul>;
}

interface ListItemProps {
  /** The link that names the thing. */
  readonly title: ReactNode;
  /** One line of what is known about it: state, dates, counts. */
  readonly meta?: ReactNode;
  /** The number that matters, at the right. */
  readonly figure?: ReactNode;
  readonly children?: ReactNode;
}

/** One thing in a list: its name, a line about it, and the number that matters at the right. */
export function ListItem({ title, meta, figure, children }: ListItemProps) {
  return (
    <li className="flex items-start justify-between gap-4 py-3.5">
      <div className="min-w-0 space-y-1">
        <div className="leading-snug font-medium">{title}</div>
        {meta === undefined ? null : (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">{meta}</div>
        )}
        {children}
      </div>
      {figure === undefined ? null : (
        <div className="max-w-1/2 shrink-0 text-right text-lg font-semibold">{figure}</div>
      )}
    </li>
  );
}
