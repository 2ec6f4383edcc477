import type { Metadata } from "next";
import { Suspense } from "react";
import { ButtonLink } from "#app/_components/button.tsx";
import { KeyFigure, KeyFigures } from "#app/_components/key-figure.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { SkeletonLines } from "#app/_components/skeleton.tsx";
import { MetricLink } from "#app/_scores/metric-link.tsx";
import { ScoresList } from "#app/_scores/scores-list.tsx";
import { signedIn } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { MyQuestions } from "./_components/my-questions.tsx";

export const metadata: Metadata = { title: "My forecasts" };

export default async function MyForecastsPage() {
  const viewer = await signedIn();
  return (
    <>
      <PageHeader
        title="My forecasts"
        actions={
          <ButtonLink href={`/users/${encodeURIComponent(viewer.name)}`} tone="secondary">
            My public record
          </ButtonLink>
        }
      />
      <Suspense fallback={<SkeletonLines lines={3} />}>
        <MyRecord name={viewer.name} />
      </Suspense>
      <Suspense fallback={<SkeletonLines lines={8} />}>
        <MyQuestions />
      </Suspense>
      <Suspense fallback={<SkeletonLines lines={6} />}>
        <MyScores name={viewer.name} />
      </Suspense>
    </>
  );
}

/** Where one stands, in three numbers; nothing before the first score. */
const MyRecord = part(async ({ name }: { name: string }) => {
  const { entry, entrants } = await (await api()).board.record({ name });
  if (!entry) return null;
  const provisional = entry.isProvisional ? ", provisional" : "";
  return (
    <KeyFigures>
      <KeyFigure
        label={<MetricLink metric="rating">Peer rating</MetricLink>}
        value={signedText(entry.rating, 2)}
        note={`Place ${entry.rank} of ${numberText(entrants)}${provisional}`}
      />
      <KeyFigure
        size="small"
        label={<MetricLink metric="brier">Brier</MetricLink>}
        value={numberText(entry.meanBrier, 3)}
        note="0 best, 1 worst"
      />
      <KeyFigure size="small" label="Scored" value={numberText(entry.questions)} note="questions" />
    </KeyFigures>
  );
});

const SHOWN = 10;

/** What was scored last. */
const MyScores = part(async ({ name }: { name: string }) => {
  const { items, nextCursor } = await (await api()).score.ofUser({ name, limit: SHOWN });
  if (items.length === 0) return null;
  const all = (
    <PageLink href={`/users/${encodeURIComponent(name)}#record`} className="link">
      All of them
    </PageLink>
  );
  return (
    <Section title="Scored" {...(nextCursor ? { aside: all } : {})}>
      <ScoresList name={name} rows={items} />
    </Section>
  );
});
