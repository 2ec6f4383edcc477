import type { ReactNode } from "react";

interface EmptyStateProps {
  /** What will appear here. */
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The first step: one button or link. */
  readonly action?: ReactNode;
}

/** Says what will appear where nothing is yet, and offers the first step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="rounded-md border border-dashed border-outline px-5 py-8 text-center">
      <p className="font-medium">{title}</p>
      {children === undefined ? null : <div className="mx-auto mt-1 max-w-measure text-sm text-soft">{children}</div>}
      {action === undefined ? null : <div className="mt-4 flex justify-center gap-2">{action}</div>}
    </div>
  );
}
