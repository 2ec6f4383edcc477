import type { RuleValues } from "#core/rule-values.ts";
import type { Catalogue } from "#server/messages/catalogue.ts";

const percent = (share: number) => `${Number((share * 100).toFixed(6))} %`;

function notOpen(values: RuleValues["question_must_be_open"]): string {
  const at = "at" in values ? values.at?.toISOString() : undefined;
  return {
    unpublished: "This question is not published yet.",
    answered: "This question has an answer, so it takes no more forecasts.",
    not_yet: `Forecasting opens at ${at}.`,
    over: `Forecasting closed at ${at}. What you entered was not saved.`,
    has_answer: "This question has an answer already.",
    market_answered: "This question has an answer, so its market is closed.",
    market_not_yet: `Trading opens at ${at}.`,
    market_over: `Trading closed at ${at}. Nothing was traded.`,
    crowd_hidden: `Its crowd is hidden until ${at}. Trading opens then, since a price would show it.`,
  }[values.reason];
}

/** Rules of forecasts. */
export const FORECAST_SENTENCES = {
  question_must_be_open: notOpen,
  probability_must_be_within_bounds: ({ min, max }) =>
    `A probability must lie between ${percent(min)} and ${percent(max)}.`,
  probabilities_must_sum_to_one: (values) =>
    values.of === "opening"
      ? "Opening prices sum to 1."
      : `The probabilities must sum to 100 %; these sum to ${percent(values.sum)}.`,
  probabilities_must_fit_question({ of, expected }) {
    if (of === "opening") return `There are ${expected} outcomes.`;
    return expected === 1 ? "This question takes one probability." : `This question takes ${expected} probabilities.`;
  },
  cdf_must_have_201_points: ({ points }) => `This question takes a distribution of ${points} points.`,
  cdf_must_rise_everywhere: "Give every part of the range at least a small probability.",
  cdf_must_not_jump:
    "This is too narrow: the range is divided into 200 equal steps, and none of them may hold more than 20 %.",
  cdf_must_fit_range: ({ end, isOpen, min }) => {
    const place = end === "lower" ? "below" : "above";
    return isOpen
      ? `At least ${percent(min)} must lie ${place} the range, which is open there.`
      : `Nothing can lie ${place} the range, which is closed there.`;
  },
  quantiles_must_ascend: "Each value must lie above the one before it, within the range, and so must its probability.",
  forecast_must_be_active: "You have no active forecast on this question.",
} as const satisfies Partial<Catalogue>;
