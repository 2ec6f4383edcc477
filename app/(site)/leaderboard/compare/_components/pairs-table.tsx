import { type BoardParams, compareHref, whichBoard } from "#app/_boards/board-params.ts";
import { DataTable } from "#app/_components/data-table.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { pText } from "#app/_scores/comparison-words.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";

/** The head of the board, each with each, the clearest difference first. */
export const PairsTable = part(async ({ params }: { params: BoardParams }) => {
  const { label, pairs } = await orNotFound((await api()).board.pairs(whichBoard(params)));
  return (
    <Section
      title={`Who is above whom: ${label}`}
      lead="The fifteen best-rated who are not provisional, and the crowd, each with each where both answered thirty questions. The adjusted p allows for how many pairs there are (Benjamini–Hochberg)."
    >
      <DataTable
        caption={`Pairs of ${label}`}
        rows={pairs}
        keyOf={({ one, other }) => `${one.key} ${other.key}`}
        empty={
          <p className="max-w-measure text-soft">
            No two of this board’s head have thirty answered questions in common yet. Two can be compared above all the
            same.
          </p>
        }
        columns={[
          {
            key: "pair",
            header: "Pair",
            namesRow: true,
            cell: ({ one, other, meanDifference }) => {
              const [ahead, behind] = meanDifference >= 0 ? [one, other] : [other, one];
              return (
                <PageLink href={compareHref(params, { one: ahead.key, other: behind.key })} className="title-link">
                  {ahead.name} <span className="text-soft">above</span> {behind.name}
                </PageLink>
              );
            },
          },
          {
            key: "by",
            header: "By, a question",
            isNumber: true,
            staysNarrow: true,
            cell: ({ meanDifference }) => signedText(Math.abs(meanDifference), 1),
          },
          {
            key: "interval",
            header: "90% interval",
            isNumber: true,
            cell: ({ lower, upper, meanDifference }) => {
              if (lower === null || upper === null) return "–";
              const [low, high] = meanDifference >= 0 ? [lower, upper] : [-upper, -lower];
              return `${signedText(low, 1)} to ${signedText(high, 1)}`;
            },
          },
          { key: "questions", header: "Questions", isNumber: true, cell: ({ questions }) => numberText(questions) },
          { key: "p", header: "p", isNumber: true, cell: ({ pValue }) => pText(pValue) },
          {
            key: "adjusted",
            header: "p, adjusted",
            isNumber: true,
            staysNarrow: true,
            cell: ({ adjustedP }) => pText(adjustedP),
          },
        ]}
      />
    </Section>
  );
});
