import { KeyFigure, KeyFigures } from "#app/_components/key-figure.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { PageLink } from "#app/_components/page-link.tsx";
import { MetricLink } from "#app/_scores/metric-link.tsx";
import type { RecordView } from "#app/_scores/score-view.ts";
import { countText } from "#core/text/count-text.ts";

/** The numbers a record is known by. */
export function RecordFigures({ record: { entry, forecasts, questions, entrants } }: { record: RecordView }) {
  const said = `${countText(forecasts, "forecast")} on ${countText(questions, "question")}`;
  if (!entry) {
    return (
      <p className="max-w-measure text-soft">
        {forecasts === 0 ? "No forecast yet." : `${said}; none of them is scored yet.`}
      </p>
    );
  }
  const place = (
    <PageLink href="/leaderboard" className="link">
      Place {entry.rank} of {numberText(entrants)}
    </PageLink>
  );
  return (
    <KeyFigures>
      <KeyFigure
        label={<MetricLink metric="rating">Peer rating</MetricLink>}
        value={signedText(entry.rating, 2)}
        note={
          <>
            {place}
            {entry.isProvisional ? ", provisional" : ""}
            {entry.ratingInterval
              ? `; 90%: ${signedText(entry.ratingInterval.lower, 2)} to ${signedText(entry.ratingInterval.upper, 2)}`
              : ""}
          </>
        }
      />
      <KeyFigure
        size="small"
        label={<MetricLink metric="peer">Peer sum</MetricLink>}
        value={signedText(entry.peer, 0)}
        note="0 = as good as the others"
      />
      <KeyFigure
        size="small"
        label={<MetricLink metric="brier">Brier</MetricLink>}
        value={numberText(entry.meanBrier, 3)}
        note="0 best, 1 worst"
      />
      <KeyFigure
        size="small"
        label="Scored"
        value={numberText(entry.questions)}
        note={`coverage ${numberText(entry.coverage, 1)}`}
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
