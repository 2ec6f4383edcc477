import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { controlLook } from "./control-look.ts";

/** The browser's own list of choices. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select {...rest} className={classNames(controlLook, "h-11 pr-8 sm:h-10", className)} />;
}
