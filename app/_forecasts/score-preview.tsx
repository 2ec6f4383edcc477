import { signedText } from "#app/_components/number-text.ts";
import { outcomeScores } from "#core/scoring/outcome-scores.ts";
import { continuousDivisor } from "#core/scoring/resolved-question.ts";
import type { PreviewedOutcome } from "./previewed-outcomes.ts";

interface Props {
  readonly probabilities: readonly number[];
  readonly outcomes: readonly PreviewedOutcome[];
  readonly crowd: readonly number[] | null;
}

interface Preview {
  readonly label: string;
  readonly baseline: number;
  /** Against the crowd as it stands, in points of the Peer score for the whole time. */
  readonly lead: number | null;
}

/** A yes/no forecast is one number. */
const stated = (type: PreviewedOutcome["outcome"]["type"], probabilities: readonly number[]) =>
  type === "binary" ? (probabilities[0] ?? 0) : probabilities;

function previews({ probabilities, outcomes, crowd }: Props): Preview[] {
  return outcomes.map(({ label, outcome }) => {
    const own = outcomeScores(outcome, stated(outcome.type, probabilities));
    const others = crowd === null ? null : outcomeScores(outcome, stated(outcome.type, crowd));
    const points = 100 / continuousDivisor(outcome.type);
    const lead = others === null ? null : points * (own.logProbability - others.logProbability);
    return { label, baseline: own.baseline, lead };
  });
}

/** What the forecast would earn by each outcome, were it to stand for the whole time. */
export function ScorePreview(props: Props) {
  const rows = previews(props);
  return (
    <table className="w-full max-w-md text-sm">
      <caption className="sr-only">What this forecast would score, kept for the whole time</caption>
      <thead>
        <tr className="text-xs text-soft">
          <th scope="col" className="text-left font-medium">
            Would score
          </th>
          <th scope="col" className="pl-4 text-right font-medium">
            Baseline
          </th>
          {props.crowd === null ? null : (
            <th scope="col" className="pl-4 text-right font-medium">
              Against the crowd now
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, baseline, lead }) => (
          <tr key={label}>
            <th scope="row" className="py-0.5 text-left font-normal wrap-anywhere">
              if {label}
            </th>
            <td className="pl-4 text-right">{signedText(baseline)}</td>
            {lead === null ? null : <td className="pl-4 text-right">{signedText(lead)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
