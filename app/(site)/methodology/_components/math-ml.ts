import temml from "temml";

/** A formula in TeX as MathML, which browsers and screen readers take as it is: no script, no style sheet, no font. */
export function mathMl(tex: string): string {
  return temml.renderToString(tex, { displayMode: true, throwOnError: true });
}
