import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

const tones = {
  info: { look: "border-accent bg-accent/8", mark: "text-accent", sign: "i", said: "Note: " },
  success: { look: "border-success bg-success/8", mark: "text-success", sign: "✓", said: "Done: " },
  warning: { look: "border-pending bg-pending/8", mark: "text-pending", sign: "!", said: "Warning: " },
  error: { look: "border-danger bg-danger/8", mark: "text-danger", sign: "×", said: "Error: " },
} as const;

interface NoticeProps {
  readonly tone?: keyof typeof tones;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Set when the notice appears after something was done, so that it is read out. */
  readonly live?: boolean;
}

/** A remark that belongs to the page. An error says what to do; a success says what now stands. */
export function Notice({ tone = "info", title, children, live = false }: NoticeProps) {
  const { look, mark, sign, said } = tones[tone];
  const role = live ? (tone === "error" ? "alert" : "status") : undefined;
  return (
    <div role={role} className={classNames("flex gap-3 border-l-2 px-4 py-3 text-sm", look)}>
      <span aria-hidden="true" className={classNames("w-3 shrink-0 text-center font-semibold", mark)}>
        {sign}
      </span>
      <div className="min-w-0 space-y-1">
        <VisuallyHidden>{said}</VisuallyHidden>
        {title === undefined ? null : <p className="font-semibold">{title}</p>}
        {children === undefined ? null : <div className="max-w-measure text-ink">{children}</div>}
      </div>
    </div>
  );
}
