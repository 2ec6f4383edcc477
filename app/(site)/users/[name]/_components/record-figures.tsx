import { KeyFigure, KeyFigures } from "#app/_components/key-figure.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { PageLink } from "#app/_components/page-link.tsx";
import { MetricLink } from "#app/_scores/metric-link.tsx";
import type { RecordView } from "#app/_scores/score-view.ts";
import { countText } from "#core/text/count-text.ts";

/** The numbers a record is known by. */
export function RecordFigures({ record: { standing, forecasts, questions, entrants } }: { record: RecordView }) {
  const said = `${countText(forecasts, "forecast")} on ${countText(questions, "question")}`;
  if (!standing) {
    return (
      <p className="max-w-measure text-soft">
        {forecasts === 0 ? "No forecast yet." : `${said}; none of them is scored yet.`}
      </p>
    );
  }
  const place = (
    <PageLink href="/leaderboard" className="link">
      Place {standing.rank} of {numberText(entrants)}
    </PageLink>
  );
  return (
    <KeyFigures>
      <KeyFigure
        label={<MetricLink metric="rating">Peer rating</MetricLink>}
        value={signedText(standing.rating, 2)}
        note={
          <>
            {place}
            {standing.isProvisional ? ", provisional" : ""}
            {standing.ratingInterval
              ? `; 90%: ${signedText(standing.ratingInterval.lower, 2)} to ${signedText(standing.ratingInterval.upper, 2)}`
              : ""}
          </>
        }
      />
      <KeyFigure
        size="small"
        label={<MetricLink metric="peer">Peer sum</MetricLink>}
        value={signedText(standing.peer, 0)}
        note="0 = as good as the others"
      />
      <KeyFigure
        size="small"
        label={<MetricLink metric="brier">Brier</MetricLink>}
        value={numberText(standing.meanBrier, 3)}
        note="0 best, 1 worst"
      />
      <KeyFigure
        size="small"
        label="Scored"
        value={numberText(standing.questions)}
        note={`coverage ${numberText(standing.coverage, 1)}`}
      />
      <KeyFigure
        size="small"
        label="Forecasts"
        value={numberText(forecasts)}
        note={`on ${countText(questions, "question")}`}
      />
    </KeyFigures>
  );
}
