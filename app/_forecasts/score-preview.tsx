import { signedText } from "#app/_components/number-text.ts";
import { outcomeScores } from "#core/scoring/outcome-scores.ts";

interface Props {
  readonly percents: readonly number[];
  /** The labels of a multiple choice; none for a yes/no question. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly crowd: readonly number[] | null;
}

interface Preview {
  readonly label: string;
  readonly baseline: number;
  /** Against the crowd as it stands, in points of the Peer score for the whole time. */
  readonly lead: number | null;
}

function scoresIf(outcome: number, probabilities: readonly number[]) {
  const [probability] = probabilities;
  if (probabilities.length === 1) return outcomeScores({ type: "binary", outcome: outcome === 0 }, probability ?? 0);
  return outcomeScores({ type: "multiple_choice", outcome }, probabilities);
}

function previews({ percents, options, crowd }: Props): Preview[] {
  const probabilities = percents.map((percent) => percent / 100);
  const labels = options.length > 0 ? options.map(({ label }) => label) : ["Yes", "No"];
  return labels.map((label, outcome) => {
    const own = scoresIf(outcome, probabilities);
    const others = crowd === null ? null : scoresIf(outcome, crowd);
    return {
      label,
      baseline: own.baseline,
      lead: others === null ? null : 100 * (own.logProbability - others.logProbability),
    };
  });
}

/** What the forecast would earn by each outcome, were it to stand for the whole time. */
export function ScorePreview(props: Props) {
  const rows = previews(props);
  return (
    <table className="w-full max-w-md text-sm">
      <caption className="sr-only">What this forecast would score, standing for the whole time</caption>
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
