import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { controlClass } from "./control-class.ts";

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea rows={rows} {...rest} className={classNames(controlClass, "field-sizing-content py-2.5", className)} />
  );
}
