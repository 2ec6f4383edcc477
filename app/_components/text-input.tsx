import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { controlClass } from "./control-class.ts";

/** One line of text, a number, a date. */
export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return <input type="text" {...rest} className={classNames(controlClass, "h-11 sm:h-10", className)} />;
}
