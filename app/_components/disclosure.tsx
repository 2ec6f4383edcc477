import type { ReactNode } from "react";

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Opens it when something inside must be seen, such as an error. */
  readonly isOpen?: boolean;
}

/** More for those who want it, one press away and without script. */
export function Disclosure({ summary, children, isOpen }: DisclosureProps) {
  return (
    <details open={isOpen} className="text-sm">
      <summary className="inline-flex min-h-8 cursor-pointer list-none items-center gap-1.5 text-accent hover:text-accent-strong [&::-webkit-details-marker]:hidden">
        <span aria-hidden="true" className="inline-block text-xs [details[open]>summary>&]:rotate-90">
          ▸
        </span>
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
