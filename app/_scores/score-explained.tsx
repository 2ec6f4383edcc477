import { EarnedTable } from "./earned-table.tsx";
import { ScoreFigures } from "./score-figures.tsx";
import { ScoreSweep } from "./score-sweep.tsx";
import type { ExplanationView } from "./score-view.ts";
import { scoreWords } from "./score-words.ts";

/** A score with where it came from: in numbers, in words, drawn, and forecast by forecast. */
export function ScoreExplained({ explanation, who }: { explanation: ExplanationView; who: string }) {
  if (!explanation.score) return null;
  return (
    <div className="space-y-6">
      <ScoreFigures score={explanation.score} />
      <div className="max-w-measure space-y-2">
        {scoreWords(explanation, who).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <ScoreSweep explanation={explanation} who={who} />
      <EarnedTable rows={explanation.rows} />
    </div>
  );
}
