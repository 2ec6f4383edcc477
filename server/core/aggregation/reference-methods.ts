/** How the crowd can be put together, and the market beside it: each is a line on the boards, scored as if it were a forecaster outside the pool. */
export const REFERENCES = [
  {
    method: "crowd",
    label: "The crowd",
    note: "recency-weighted, as shown on question pages: the median, and of numbers and dates the pooled distribution",
  },
  { method: "recency_mean", label: "Recency-weighted mean", note: "the linear pool, with the weights of the crowd" },
  { method: "median", label: "Median", note: "the middle forecast" },
  { method: "mean", label: "Mean", note: "the linear pool" },
  { method: "trimmed_mean", label: "Trimmed mean", note: "without the lowest and highest tenth" },
  {
    method: "log_pool",
    label: "Log-odds mean",
    note: "the geometric mean of odds; with several options, the log pool",
  },
  { method: "extremised", label: "Extremised", note: "the log-odds mean times a factor fitted on earlier questions" },
  {
    method: "neyman_roughgarden",
    label: "Neyman–Roughgarden",
    note: "the log-odds mean times a factor that grows to √3",
  },
  { method: "market", label: "The market", note: "the prices of a question's play-money market, where it has one" },
] as const;

export type ReferenceMethod = (typeof REFERENCES)[number]["method"];

/**
 * The reference that a key names, or null when it names none.
 *
 * @example
 * referenceOf("mean")?.label; // => "Mean"
 * referenceOf("nobody"); // => null
 */
export function referenceOf(method: string): (typeof REFERENCES)[number] | null {
  return REFERENCES.find((reference) => reference.method === method) ?? null;
}
