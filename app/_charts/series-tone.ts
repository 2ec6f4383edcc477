/** The colours a line may have, as classes that name a token each. */
export const seriesTones = {
  crowd: { stroke: "stroke-accent", fill: "fill-accent", swatch: "bg-accent" },
  mine: { stroke: "stroke-ink", fill: "fill-ink", swatch: "bg-ink" },
  market: { stroke: "stroke-option-4", fill: "fill-option-4", swatch: "bg-option-4" },
  others: { stroke: "stroke-faint", fill: "fill-faint", swatch: "bg-faint" },
  "option-1": { stroke: "stroke-option-1", fill: "fill-option-1", swatch: "bg-option-1" },
  "option-2": { stroke: "stroke-option-2", fill: "fill-option-2", swatch: "bg-option-2" },
  "option-3": { stroke: "stroke-option-3", fill: "fill-option-3", swatch: "bg-option-3" },
  "option-4": { stroke: "stroke-option-4", fill: "fill-option-4", swatch: "bg-option-4" },
  "option-5": { stroke: "stroke-option-5", fill: "fill-option-5", swatch: "bg-option-5" },
  "option-6": { stroke: "stroke-option-6", fill: "fill-option-6", swatch: "bg-option-6" },
  "option-7": { stroke: "stroke-option-7", fill: "fill-option-7", swatch: "bg-option-7" },
  "option-8": { stroke: "stroke-option-8", fill: "fill-option-8", swatch: "bg-option-8" },
} as const;

export type SeriesTone = keyof typeof seriesTones;

const optionTones = ["option-1", "option-2", "option-3", "option-4", "option-5", "option-6", "option-7"] as const;

/** The colour of an option by its place in the question, counted from 0. After the eighth they share one: labels tell them apart. */
export function optionTone(place: number): SeriesTone {
  return optionTones[place] ?? "option-8";
}
