import { boundedProbability } from "#core/scoring/bounded-probability.ts";
import { OrderedSums } from "./ordered-sums.ts";

/** The forecasts that stand, option by option, kept while they come and go. */
export class ActiveOptions {
  count = 0;
  private readonly values: OrderedSums[];
  private readonly logs: Float64Array;

  /** All forecasts that will ever stand: one probability per option each. */
  constructor(forecasts: readonly (readonly number[])[]) {
    const options = forecasts[0]?.length ?? 0;
    this.logs = new Float64Array(options);
    this.values = Array.from(
      { length: options },
      (_, k) => new OrderedSums(Float64Array.from(forecasts, (forecast) => forecast[k] as number)),
    );
  }

  /** Adds a forecast, or with −1 takes it out again. */
  change(forecast: readonly number[], by: 1 | -1): void {
    this.count += by;
    for (const [k, probability] of forecast.entries()) {
      this.values[k]?.change(probability, by);
      const log = Math.log(boundedProbability(probability));
      this.logs[k] = this.count === 0 ? 0 : (this.logs[k] as number) + by * log;
    }
  }

  /** Something of each option's values. */
  each(of: (values: OrderedSums) => number): number[] {
    return this.values.map(of);
  }

  /** The geometric means, made to sum to 1: `logPool` of what stands. */
  logPool(): number[] {
    const means = Array.from(this.logs, (sum) => Math.exp(sum / this.count));
    const total = means.reduce((sum, mean) => sum + mean, 0);
    return means.map((mean) => mean / total);
  }
}
