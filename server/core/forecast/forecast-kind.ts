/** How a question is forecast: by the probability of yes, by one for each option, or by a distribution over a range. */
export type ForecastKind = "binary" | "multiple_choice" | "continuous";

/** A forecast as it is stated. Rows and messages carry its numbers alone, since its question says of which kind they are. */
export type StatedForecast =
  | { readonly kind: "binary"; readonly probability: number }
  | { readonly kind: "multiple_choice"; readonly probabilities: readonly number[] }
  | { readonly kind: "continuous"; readonly cdf: readonly number[] };

/**
 * How a question of a type is forecast.
 *
 * Source: definition.
 *
 * @example
 * forecastKindOf("date"); // => "continuous"
 * forecastKindOf("binary"); // => "binary"
 */
export function forecastKindOf(questionType: string): ForecastKind {
  if (questionType === "numeric" || questionType === "date") return "continuous";
  return questionType === "multiple_choice" ? "multiple_choice" : "binary";
}

/**
 * A forecast of a kind, by its numbers as they are stored: one, one for each option, or a CDF.
 *
 * Units: probabilities 0..1.
 * Source: definition.
 *
 * @example
 * statedForecastOf("binary", [0.4]); // => { kind: "binary", probability: 0.4 }
 */
export function statedForecastOf(kind: ForecastKind, numbers: readonly number[]): StatedForecast {
  if (kind === "continuous") return { kind, cdf: numbers };
  return kind === "binary" ? { kind, probability: numbers[0] ?? 0 } : { kind, probabilities: numbers };
}

/**
 * The probability of every answer of a question with options: of a yes/no forecast those of yes and of no.
 *
 * Formula: (p, 1 − p), or as stated.
 * Units: probabilities 0..1.
 * Source: definition.
 *
 * @example
 * answerProbabilities({ kind: "binary", probability: 0.25 }); // => [0.25, 0.75]
 */
export function answerProbabilities(
  forecast: Exclude<StatedForecast, { readonly kind: "continuous" }>,
): readonly number[] {
  return forecast.kind === "binary" ? [forecast.probability, 1 - forecast.probability] : forecast.probabilities;
}
