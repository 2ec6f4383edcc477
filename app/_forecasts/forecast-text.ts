import { percentText } from "#app/_components/percent-text.ts";

/** A forecast in a few words: "43%", or of several options the likeliest, "Talks go on 55%". */
export function forecastText(probabilities: readonly number[], labels: readonly string[]): string {
  const [only] = probabilities;
  if (probabilities.length === 1 && only !== undefined) return percentText(only);
  const likeliest = probabilities.indexOf(Math.max(...probabilities));
  return `${labels[likeliest] ?? "?"} ${percentText(probabilities[likeliest] ?? 0)}`;
}

/** Every option with its probability: "Talks go on 55%, War 5%". */
export function forecastInFull(probabilities: readonly number[], labels: readonly string[]): string {
  if (probabilities.length === 1) return forecastText(probabilities, labels);
  return probabilities.map((probability, k) => `${labels[k] ?? "?"} ${percentText(probability)}`).join(", ");
}
