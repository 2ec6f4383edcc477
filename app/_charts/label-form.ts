import { wrapLabel } from "./wrap-label.ts";

/** From this many lines on, a label is one line of small text, since large ones would not find room. */
const DENSE_FROM = 4;

/** How the labels at the ends of lines are set: heights in pixels, widths in characters. */
export interface LabelForm {
  readonly isDense: boolean;
  readonly value: number;
  readonly line: number;
  readonly gap: number;
  readonly nameWidth: number;
  readonly nameLines: number;
}

/** Large labels for few lines, small ones for many. */
export function labelForm(lines: number): LabelForm {
  return lines >= DENSE_FROM
    ? { isDense: true, value: 18, line: 0, gap: 0, nameWidth: 15, nameLines: 1 }
    : { isDense: false, value: 23, line: 15, gap: 4, nameWidth: 22, nameLines: 3 };
}

/** Whether a name is cut short in its label, and so must be told in full elsewhere. */
export function isCut(name: string, form: LabelForm): boolean {
  return wrapLabel(name, form.nameWidth, form.nameLines).some((line) => line.endsWith("…"));
}
