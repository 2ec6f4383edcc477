import { ScoreSweepChart } from "#app/_charts/score-sweep-chart.tsx";
import type { StepPoint } from "#app/_charts/step-series.ts";
import type { ExplanationView } from "./score-view.ts";

/** What ln p is told in, so that it is on the scale of the scores. */
const POINTS = 100;

function points(steps: ExplanationView["steps"], log: "logProbability" | "othersLogProbability"): StepPoint[] {
  return steps.map((step) => {
    const value = step[log];
    return { at: step.startsAt, value: value === null ? null : POINTS * value };
  });
}

/** The score drawn: own log score and the mean of the others', and between them what was gained and lost. */
export function ScoreSweep({ explanation, who }: { explanation: ExplanationView; who: string }) {
  const { steps, timeline, person } = explanation;
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return null;
  return (
    <ScoreSweepChart
      title={`${who === "You" ? "Your" : `${person.name}’s`} log score beside the mean of the others’`}
      lead="100 · ln of the probability given to the answer: 0 is certainty. The shaded area over the scheduled time is the Peer score."
      mine={points(steps, "logProbability")}
      others={points(steps, "othersLogProbability")}
      from={timeline.opensAt.getTime()}
      to={last.endsAt}
      mineLabel={who === "You" ? "You" : person.name}
    />
  );
}
