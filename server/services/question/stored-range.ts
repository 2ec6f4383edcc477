import { GREATEST_QUANTITY, type QuestionRange } from "#core/question/question-range.ts";
import type { Prisma } from "#db/generated/client.ts";

/** The columns that hold a question's range. */
export const rangeColumns = {
  rangeMin: true,
  rangeMax: true,
  zeroPoint: true,
  openLower: true,
  openUpper: true,
  unit: true,
} satisfies Prisma.QuestionSelect;

export interface StoredRange {
  readonly rangeMin: number | null;
  readonly rangeMax: number | null;
  readonly zeroPoint: number | null;
  readonly openLower: boolean | null;
  readonly openUpper: boolean | null;
  readonly unit: string | null;
}

/** Ranges are bounded when they are asked for; those stored before are read within the same bounds, so that they can be shown. */
const kept = (value: number) => Math.min(GREATEST_QUANTITY, Math.max(-GREATEST_QUANTITY, value));

/** The range of a numeric or date question; null for the others. */
export function rangeOf({
  rangeMin,
  rangeMax,
  zeroPoint,
  openLower,
  openUpper,
  unit,
}: StoredRange): QuestionRange | null {
  if (rangeMin === null || rangeMax === null) return null;
  return {
    min: kept(rangeMin),
    max: kept(rangeMax),
    zeroPoint,
    openLower: openLower === true,
    openUpper: openUpper === true,
    unit: unit ?? "",
  };
}

/** A range as it is written. */
export function storedRange(range: QuestionRange | null): StoredRange {
  return {
    rangeMin: range?.min ?? null,
    rangeMax: range?.max ?? null,
    zeroPoint: range?.zeroPoint ?? null,
    openLower: range?.openLower ?? null,
    openUpper: range?.openUpper ?? null,
    unit: range?.unit ?? null,
  };
}

/** A row with its range in one piece instead of in columns. */
export function withRange<Row extends StoredRange>(
  row: Row,
): Omit<Row, keyof StoredRange> & { range: QuestionRange | null } {
  const { rangeMin, rangeMax, zeroPoint, openLower, openUpper, unit, ...rest } = row;
  return { ...rest, range: rangeOf({ rangeMin, rangeMax, zeroPoint, openLower, openUpper, unit }) };
}
