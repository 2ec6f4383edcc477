import type { Metadata } from "next";
import { Suspense } from "react";
import { Skeleton } from "#app/_components/skeleton.tsx";
import { asOfFrom } from "#app/_events/as-of.ts";
import { Activity } from "./_components/activity.tsx";
import { Background } from "./_components/background.tsx";
import { CriteriaSection } from "./_components/criteria-section.tsx";
import { CrowdChart } from "./_components/crowd-chart.tsx";
import { CrowdNow } from "./_components/crowd-now.tsx";
import { DraftNotice } from "./_components/draft-notice.tsx";
import { QuestionDates } from "./_components/question-dates.tsx";
import { QuestionHead } from "./_components/question-head.tsx";
import { questionOf } from "./_components/question-queries.ts";
import { RelatedEvents } from "./_components/related-events.tsx";
import { ResolutionBox } from "./_components/resolution-box.tsx";
import { SimilarQuestions } from "./_components/similar-questions.tsx";

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, criteria } = await questionOf((await params).slug);
  return { title, description: criteria[0]?.sentence ?? title };
}

export default async function QuestionPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { asOf, tab, cursor } = await searchParams;
  const question = await questionOf(slug);
  const at = asOfFrom(asOf);
  return (
    <article className="grid gap-x-14 gap-y-6 lg:grid-cols-[minmax(0,45rem)_minmax(0,1fr)]">
      <div className="space-y-6 lg:col-span-2">
        <DraftNotice question={question} />
        <QuestionHead question={question} />
      </div>
      <div className="min-w-0 space-y-6">
        <CrowdNow question={question} />
        <Suspense fallback={<Skeleton className="h-80" />}>
          <CrowdChart question={question} />
        </Suspense>
      </div>
      <aside className="contents min-w-0 space-y-8 lg:row-span-2 lg:block">
        <div className="order-1 lg:order-none">
          <QuestionDates question={question} />
        </div>
      </aside>
      <div className="min-w-0">
        <Suspense fallback={<Skeleton className="h-60" />}>
          <CriteriaSection question={question} asOf={at} />
          <Background question={question} />
          <RelatedEvents question={question} asOf={at} />
        </Suspense>
        <Suspense fallback={<Skeleton className="mt-10 h-40" />}>
          <ResolutionBox slug={slug} />
        </Suspense>
        <Suspense fallback={<Skeleton className="mt-10 h-40" />}>
          <Activity question={question} tab={tab} cursor={cursor} />
          <SimilarQuestions question={question} />
        </Suspense>
      </div>
    </article>
  );
}
