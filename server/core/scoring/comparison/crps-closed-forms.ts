import { normalCumulative } from "#core/special/normal-cumulative.ts";

/** Closed forms of the CRPS, to check `crpsOnGrid` against and to compare with forecasts stated as distributions. */

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** E|X − y| for a normal X with the given mean of X − y. */
function meanDistance(mean: number, sd: number): number {
  const z = mean / sd;
  return 2 * sd * normalDensity(z) + mean * (2 * normalCumulative(z) - 1);
}

/**
 * The CRPS of a normal distribution.
 *
 * Formula: σ[z(2Φ(z) − 1) + 2φ(z) − 1/√π], z = (y − μ)/σ. Units: those of y. Source: Gneiting et al. (2005).
 *
 * @example
 * crpsOfNormal(0, 0, 1).toFixed(12); // => "0.233694977255"
 */
export function crpsOfNormal(outcome: number, mean: number, sd: number): number {
  return meanDistance(outcome - mean, sd) - sd / Math.sqrt(Math.PI);
}

/**
 * The CRPS of a mixture of normal distributions.
 *
 * Formula: Σ w_i A(y − μ_i, σ_i) − ½ΣΣ w_i w_j A(μ_i − μ_j, √(σ_i² + σ_j²)), A(m, s) = E|N(m, s²)|. Source: Grimit et al. (2006).
 *
 * @example
 * crpsOfNormalMixture(1, [0, 0], [1, 1], [0.5, 0.5]).toFixed(12) === crpsOfNormal(1, 0, 1).toFixed(12); // => true
 */
export function crpsOfNormalMixture(outcome: number, means: number[], sds: number[], weights: number[]): number {
  let score = 0;
  weights.forEach((weight, i) => {
    const [mean, sd] = [means[i] as number, sds[i] as number];
    score += weight * meanDistance(outcome - mean, sd);
    weights.forEach((other, j) => {
      score -= (weight * other * meanDistance(mean - (means[j] as number), Math.hypot(sd, sds[j] as number))) / 2;
    });
  });
  return score;
}

/**
 * The CRPS of a logistic distribution.
 *
 * Formula: s[z − 2 ln F(z) − 1], z = (y − μ)/s, F the standard logistic. Source: Jordan, Krüger & Lerch (2019).
 *
 * @example
 * crpsOfLogistic(0, 0, 1); // => 2 * Math.LN2 - 1
 */
export function crpsOfLogistic(outcome: number, location: number, scale: number): number {
  const z = (outcome - location) / scale;
  return scale * (z + 2 * Math.log1p(Math.exp(-z)) - 1);
}

/**
 * The CRPS of a lognormal distribution.
 *
 * Formula: y(2Φ(z) − 1) − 2e^(μ + σ²/2)[Φ(z − σ) + Φ(σ/√2) − 1], z = (ln y − μ)/σ. Source: Baran & Lerch (2015).
 *
 * @example
 * crpsOfLognormal(3, 0.7, 0.5).toFixed(12); // => "0.560207472465"
 */
export function crpsOfLognormal(outcome: number, meanLog: number, sdLog: number): number {
  const z = outcome > 0 ? (Math.log(outcome) - meanLog) / sdLog : Number.NEGATIVE_INFINITY;
  const below = outcome > 0 ? normalCumulative(z) : 0;
  const partial = outcome > 0 ? normalCumulative(z - sdLog) : 0;
  const factor = 2 * Math.exp(meanLog + sdLog ** 2 / 2);
  return outcome * (2 * below - 1) - factor * (partial + normalCumulative(sdLog / Math.SQRT2) - 1);
}

/**
 * The CRPS of a uniform distribution.
 *
 * Formula: (b − a)[(u³ + (1 − u)³)/3 + distance of y from the range in units of it], u = y's location bounded to 0..1.
 *
 * @example
 * crpsOfUniform(0.5, 0, 1); // => 1 / 12
 */
export function crpsOfUniform(outcome: number, min: number, max: number): number {
  const at = (outcome - min) / (max - min);
  const inside = Math.min(1, Math.max(0, at));
  return (max - min) * ((inside ** 3 + (1 - inside) ** 3) / 3 + Math.abs(at - inside));
}
