/** What a board can be read by. The unit stands beside every figure; `ranks` says whether a place by it means anything. */
export const BOARD_METRICS = [
  {
    key: "rating",
    label: "Peer rating",
    unit: "Peer points a question",
    isLowBest: false,
    ranks: true,
    note: "The Peer sum divided by 30 plus the coverage: the mean Peer score, pulled towards 0 while there is little evidence.",
  },
  {
    key: "peer",
    label: "Peer sum",
    unit: "Peer points",
    isLowBest: false,
    ranks: true,
    note: "The sum of Peer scores: 0 is as good as the others on the same questions at the same time, and so is absence.",
  },
  {
    key: "spot",
    label: "Spot Peer sum",
    unit: "Peer points at the reveal time",
    isLowBest: false,
    ranks: true,
    note: "The sum of Peer scores of what stood at one instant of each question: its reveal time, or its end.",
  },
  {
    key: "baseline",
    label: "Baseline sum",
    unit: "points, 100 a perfect question",
    isLowBest: false,
    ranks: true,
    note: "Against saying nothing, 0 a question. It rewards many and easy questions, so it says how much was done, not how well.",
  },
  {
    key: "relative_brier",
    label: "Relative Brier sum",
    unit: "Brier × questions, below 0 is better",
    isLowBest: true,
    ranks: true,
    note: "The Brier score less the mean of the others’ at the same time, summed: what GJ Open calls accuracy, without oneself in the mean.",
  },
  {
    key: "brier",
    label: "Mean Brier",
    unit: "0 best, 1 worst",
    isLowBest: true,
    ranks: false,
    note: "A description, not a ranking: whoever picks easy questions has a low one.",
  },
  {
    key: "adjusted",
    label: "Difficulty-adjusted Brier",
    unit: "0 best; about 1 worst",
    isLowBest: true,
    ranks: false,
    note: "The mean Brier score as if everybody had answered questions of mean difficulty, by two-way fixed effects. It is fair only where all answer at about the same time: who waits sees more.",
  },
] as const;

export type BoardMetric = (typeof BOARD_METRICS)[number]["key"];

/**
 * The metric that a key names: the shrunk Peer score unless it names another.
 *
 * @example
 * boardMetric("peer").label; // => "Peer sum"
 * boardMetric(undefined).key; // => "rating"
 */
export function boardMetric(key: string | undefined): (typeof BOARD_METRICS)[number] {
  return BOARD_METRICS.find((metric) => metric.key === key) ?? BOARD_METRICS[0];
}
