import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { PageLink } from "./page-link.tsx";

const shape =
  "inline-flex items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55";
const sizes = { medium: "h-11 px-4 text-sm sm:h-10", small: "h-8 px-3 text-sm" } as const;
const tones = {
  primary: "bg-accent text-on-accent not-disabled:hover:bg-accent-strong",
  secondary: "border border-outline bg-raised text-ink not-disabled:hover:border-ink",
  quiet: "text-accent not-disabled:hover:bg-accent/10",
  danger: "border border-danger bg-raised text-danger not-disabled:hover:bg-danger/10",
} as const;

interface Look {
  readonly tone?: keyof typeof tones;
  readonly size?: keyof typeof sizes;
}

/** Does something here. A form's main act is primary, and there is one of it. */
export function Button({ tone = "primary", size = "medium", className, ...rest }: ComponentProps<"button"> & Look) {
  return <button type="button" {...rest} className={classNames(shape, sizes[size], tones[tone], className)} />;
}

/** Goes somewhere, and looks as weighty as a button. */
export function ButtonLink({
  tone = "primary",
  size = "medium",
  className,
  ...rest
}: ComponentProps<typeof PageLink> & Look) {
  return <PageLink {...rest} className={classNames(shape, sizes[size], tones[tone], className)} />;
}
