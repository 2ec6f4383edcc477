import type { BundleText } from "#services/bundle/bundle-document.ts";
import { chanceFrom } from "#tests/bench/chance.ts";

const DAY = 86_400_000;
const OPENS = Date.UTC(2025, 0, 1);
/** Of ten questions six are yes/no, two multiple choice, two have CDFs of 201 points. */
const TYPES = [
  ...["binary", "binary", "binary", "multiple_choice", "numeric"],
  ...["date", "binary", "binary", "binary", "multiple_choice"],
] as readonly BundleText["questions"][number]["type"][];
const iso = (at: number) => new Date(at).toISOString();

type Question = BundleText["questions"][number];

function questionOf(number: number): Question {
  const type = TYPES[number % TYPES.length] ?? "binary";
  const opensAt = OPENS + (number % 200) * DAY;
  const frame = {
    id: `q${number}`,
    type,
    title: `Question ${number}`,
    opensAt: iso(opensAt),
    closesAt: iso(opensAt + 90 * DAY),
  };
  const known = { knownAt: iso(opensAt + (number % 4 === 0 ? 60 : 90) * DAY) };
  if (type === "binary") return { ...frame, topic: "harbour", resolution: { outcome: number % 3 === 0, ...known } };
  if (type === "multiple_choice") {
    return { ...frame, options: ["red", "green", "blue"], resolution: { outcome: "green", ...known } };
  }
  const ends = { openLower: true, openUpper: false };
  if (type === "numeric")
    return { ...frame, range: { min: 0, max: 80, ...ends }, resolution: { outcome: 20, ...known } };
  const range = { min: iso(opensAt), max: iso(opensAt + 100 * DAY), ...ends };
  return {
    ...frame,
    range,
    revealAt: iso(opensAt + 30 * DAY),
    resolution: { outcome: iso(opensAt + 70 * DAY), ...known },
  };
}

function statementOf(type: Question["type"], chance: () => number) {
  const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
  if (type === "binary") return { probability: rounded(0.02 + 0.96 * chance()) };
  if (type === "multiple_choice") {
    const [red, green] = [rounded(0.05 + 0.4 * chance()), rounded(0.05 + 0.4 * chance())];
    return { probabilities: [red, green, 1 - red - green] };
  }
  const power = 0.7 + 0.6 * chance();
  return { cdf: Array.from({ length: 201 }, (_, i) => 0.002 + 0.998 * (i / 200) ** power) };
}

/** A bundle of questions of every type, each with so many forecasts of some of the forecasters; the same for the same sizes. */
export function madeBundle(sizes: { questions: number; forecasters: number; forecastsEach: number }): BundleText {
  const chance = chanceFrom(sizes.questions);
  const questions = Array.from({ length: sizes.questions }, (_, number) => questionOf(number));
  return {
    format: "parley-bundle",
    version: 1,
    questions,
    forecasters: Array.from({ length: sizes.forecasters }, (_, i) => ({
      id: `f${i}`,
      name: `Person ${i}`,
      isBot: i % 10 === 9,
    })),
    forecasts: questions.flatMap(({ id, type, opensAt }) =>
      Array.from({ length: sizes.forecastsEach }, (_, i) => ({
        questionId: id,
        forecasterId: `f${Math.floor(chance() * sizes.forecasters)}`,
        madeAt: iso(Date.parse(opensAt) + Math.floor((i * 80 * DAY) / sizes.forecastsEach)),
        ...statementOf(type, chance),
      })),
    ),
  };
}
