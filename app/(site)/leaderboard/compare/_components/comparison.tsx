import { type BoardParams, whichBoard } from "#app/_boards/board-params.ts";
import { IntervalDots } from "#app/_charts/interval-dots.tsx";
import { KeyFigure, KeyFigures } from "#app/_components/key-figure.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { part } from "#app/_components/part.tsx";
import { comparisonWords, pText } from "#app/_scores/comparison-words.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { countText } from "#core/text/count-text.ts";
import { nameKey } from "#core/text/name-key.ts";

interface Props {
  readonly params: BoardParams;
  readonly one: string;
  readonly other: string;
}

/** The difference between two, with how sure it is. */
export const Comparison = part(async ({ params, one, other }: Props) => {
  if (nameKey(one) === nameKey(other)) return <Notice>Choose two different forecasters.</Notice>;
  const compared = await orNotFound((await api()).board.compare({ ...whichBoard(params), one, other }));
  const { test, meanDifference, questions } = compared;
  const extent = test ? Math.max(Math.abs(test.lower), Math.abs(test.upper)) : 1;
  return (
    <section aria-label="The comparison" className="mb-10 max-w-column space-y-5">
      {meanDifference === null ? null : (
        <KeyFigures>
          <KeyFigure
            label={`${compared.one} less ${compared.other}`}
            value={signedText(meanDifference, 1)}
            note="Peer points a question"
          />
          {test ? (
            <>
              <KeyFigure
                size="small"
                label="90% interval"
                value={`${signedText(test.lower, 1)} to ${signedText(test.upper, 1)}`}
                note="2,000 draws of the questions"
              />
              <KeyFigure size="small" label="p" value={pText(test.pValue)} note="two-sided" />
              <KeyFigure
                size="small"
                label="p, adjusted"
                value={pText(test.adjustedP)}
                note={`Benjamini–Hochberg over ${countText(test.pairs, "pair")}`}
              />
            </>
          ) : null}
          <KeyFigure size="small" label="Questions" value={numberText(questions)} note="answered by both" />
        </KeyFigures>
      )}
      {test && meanDifference !== null ? (
        <IntervalDots
          value={meanDifference}
          lower={test.lower}
          upper={test.upper}
          from={-extent * 1.05}
          to={extent * 1.05}
        />
      ) : null}
      <p className="max-w-measure">{comparisonWords(compared)}</p>
    </section>
  );
});
