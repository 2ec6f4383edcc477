/** A active forecast's age and its maker's skill. */
export interface WeightedVoice {
  ageDays: number;
  /** Any positive measure of skill, for instance `reputation`. */
  skill: number;
}

/**
 * Weights by skill and recency, for the experimental weighted log-odds mean.
 *
 * Formula: w_i ∝ skill_i^power · e^(−age_i/τ), Σ w = 1. Units: none; ages and τ in days.
 * Source: the form of Satopää et al. (2014) and Mellers et al. (2014); their parameters are fitted, and not to be copied.
 *
 * @example
 * skillRecencyWeights([{ ageDays: 0, skill: 1 }, { ageDays: 0, skill: 3 }], 10, 1); // => [0.25, 0.75]
 */
export function skillRecencyWeights(voices: readonly WeightedVoice[], tauDays: number, skillPower: number): number[] {
  const raw = voices.map(({ ageDays, skill }) => skill ** skillPower * Math.exp(-ageDays / tauDays));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => weight / sum);
}

/**
 * What a record of Peer scores is worth as a weight, before the question at hand was scored.
 *
 * Formula: max(Σ peer / (30 + Σ coverage), 10⁻⁶). Units: Peer points. Source: Metaculus' reputation.
 *
 * @example
 * reputation([{ peer: 300, coverage: 30 }]); // => 5
 */
export function reputation(record: readonly { peer: number; coverage: number }[]): number {
  const peer = record.reduce((sum, score) => sum + score.peer, 0);
  const coverage = record.reduce((sum, score) => sum + score.coverage, 0);
  return Math.max(peer / (30 + coverage), 1e-6);
}
