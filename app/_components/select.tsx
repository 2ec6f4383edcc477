import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { controlClass } from "./control-class.ts";

/** The browser's own list of choices. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select {...rest} className={classNames(controlClass, "h-11 pr-8 sm:h-10", className)} />;
}
