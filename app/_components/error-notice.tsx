import type { ReactNode } from "react";
import { Notice } from "./notice.tsx";

interface ErrorNoticeProps {
  /** What did not work. */
  readonly title: ReactNode;
  /** Why, and what to do. */
  readonly children?: ReactNode;
  /** The way on: a button that tries again, a link elsewhere. */
  readonly action?: ReactNode;
  /** What to quote when asking for help. */
  readonly reference?: string | undefined;
}

/** Something failed: what, why, and the way on. */
export function ErrorNotice({ title, children, action, reference }: ErrorNoticeProps) {
  return (
    <Notice tone="error" title={title} live>
      {children}
      {reference === undefined ? null : <p className="mt-1 text-xs text-soft">Reference {reference}</p>}
      {action === undefined ? null : <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
    </Notice>
  );
}
