import { dayText } from "#app/_components/instant-text.ts";
import { signedText } from "#app/_components/number-text.ts";
import { percentText } from "#app/_components/percent-text.ts";
import type { ExplanationView } from "./score-view.ts";

type Step = ExplanationView["steps"][number];
type Row = ExplanationView["rows"][number];
type Compared = Step & { logProbability: number; othersLogProbability: number };

function isCompared(step: Step): step is Compared {
  return step.logProbability !== null && step.othersLogProbability !== null;
}

/** The geometric mean over time of what was given to the answer: what a log score sees. */
function meanOf(steps: readonly Compared[], log: (step: Compared) => number): number {
  const [sum, time] = steps.reduce(
    ([sum, time], step) => [sum + log(step) * (step.endsAt - step.startsAt), time + step.endsAt - step.startsAt],
    [0, 0],
  );
  return Math.exp(sum / time);
}

/** What the others gave to the answer, on average, while a forecast stood; null when nobody else did. */
function othersDuring(row: Row, compared: readonly Compared[]): number | null {
  const [from, to] = [row.startsAt.getTime(), row.endsAt.getTime()];
  const within = compared.filter((step) => step.startsAt < to && step.endsAt > from);
  return within.length === 0 ? null : meanOf(within, (step) => step.othersLogProbability);
}

function earned(row: Row, compared: readonly Compared[]): string {
  const [from, to] = [dayText(row.startsAt.getTime()), dayText(row.endsAt.getTime())];
  const when = from === to ? `on ${from}` : `from ${from} to ${to}`;
  const others = othersDuring(row, compared);
  const beside = others === null ? "" : ` where the others gave it ${percentText(others)}`;
  return `by the ${percentText(Math.exp(row.logProbability))} that stood ${when}${beside}: ${signedText(row.peer)}`;
}

/** Of several forecasts, the one that earned most and the one that cost most. */
function bestAndWorst(rows: readonly Row[], compared: readonly Compared[]): string[] {
  if (rows.length < 2) return [];
  const sorted = [...rows].sort((a, b) => b.peer - a.peer);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  return [
    ...(best && best.peer > 0 ? [`Most was gained ${earned(best, compared)}.`] : []),
    ...(worst && worst.peer < 0 ? [`Most was lost ${earned(worst, compared)}.`] : []),
  ];
}

/** Where a score came from, in sentences. `who` begins them: "You" or a name. */
export function scoreWords({ score, steps, rows, timeline }: ExplanationView, who: string): string[] {
  if (!score) return [];
  const { opensAt, closesAt, knownAt, answerLabel } = timeline;
  const compared = steps.filter(isCompared);
  const words = [
    `${who} had a forecast active for ${percentText(score.coverage)} of the time from the opening to the scheduled close${
      compared.length > 0 ? `, and company for ${percentText(score.peerCoverage)} of it` : ""
    }.`,
  ];
  if (compared.length === 0) {
    words.push(
      "Nobody else had a forecast active meanwhile, so there was nobody to compare with and the Peer score is 0.",
    );
  } else {
    const own = percentText(meanOf(compared, (step) => step.logProbability));
    const others = percentText(meanOf(compared, (step) => step.othersLogProbability));
    words.push(
      `The answer was ${answerLabel}. While others stood too, ${who === "You" ? "you" : who} gave it ${own} on average, and they gave it ${others}.`,
    );
  }
  words.push(...bestAndWorst(rows, compared));
  if (knownAt && knownAt < closesAt) {
    const left = (closesAt.getTime() - knownAt.getTime()) / (closesAt.getTime() - opensAt.getTime());
    words.push(
      `The answer was known on ${dayText(knownAt.getTime())}. The ${percentText(left)} of the time after that scores 0 for everybody, so that nobody gains by betting on an early end.`,
    );
  }
  return words;
}
