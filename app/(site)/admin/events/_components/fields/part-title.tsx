import type { ReactNode } from "react";

/** The name of a part of a long form, set apart from the labels below it. */
export function PartTitle({ children }: { children: ReactNode }) {
  return <span className="font-serif text-base font-semibold">{children}</span>;
}
