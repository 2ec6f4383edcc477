import type { ReactNode } from "react";

/** A column of reading width and, beside it on wide screens, below it on narrow ones, what goes with it. */
export function Split({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,45rem)_minmax(0,1fr)]">
      <div className="min-w-0">{children}</div>
      <div className="min-w-0">{aside}</div>
    </div>
  );
}
