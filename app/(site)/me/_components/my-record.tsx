import { KeyFigure, KeyFigures } from "#app/_components/key-figure.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { part } from "#app/_components/part.tsx";
import { MetricLink } from "#app/_scores/metric-link.tsx";
import { api } from "#app/_trpc/server.ts";

/** Where one stands, in three numbers; nothing before the first score. */
export const MyRecord = part(async ({ name }: { name: string }) => {
  const { standing, entrants } = await (await api()).board.record({ name });
  if (!standing) return null;
  const provisional = standing.isProvisional ? ", provisional" : "";
  return (
    <KeyFigures>
      <KeyFigure
        label={<MetricLink metric="rating">Peer rating</MetricLink>}
        value={signedText(standing.rating, 2)}
        note={`Place ${standing.rank} of ${numberText(entrants)}${provisional}`}
      />
      <KeyFigure
        size="small"
        label={<MetricLink metric="brier">Brier</MetricLink>}
        value={numberText(standing.meanBrier, 3)}
        note="0 best, 1 worst"
      />
      <KeyFigure size="small" label="Scored" value={numberText(standing.questions)} note="questions" />
    </KeyFigures>
  );
});
