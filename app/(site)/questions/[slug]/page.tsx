import type { Metadata } from "next";
import { Suspense } from "react";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { asOfFrom } from "#app/_events/as-of.ts";
import { CrowdColumn } from "./_components/crowd-column.tsx";
import { DraftNotice } from "./_components/draft-notice.tsx";
import { QuestionBody } from "./_components/question-body.tsx";
import { QuestionDates } from "./_components/question-dates.tsx";
import { QuestionHead } from "./_components/question-head.tsx";
import { questionOf } from "./_components/question-queries.ts";
import { SimilarQuestions } from "./_components/similar-questions.tsx";

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<AddressQuery>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, criteria } = await questionOf((await params).slug);
  return { title, description: criteria[0]?.sentence ?? title };
}

export default async function QuestionPage({ params, searchParams }: Props) {
  const question = await questionOf((await params).slug);
  const query = await searchParams;
  return (
    <article className="grid gap-x-14 gap-y-6 lg:grid-cols-[minmax(0,45rem)_minmax(0,1fr)]">
      <div className="space-y-6 lg:col-span-2">
        <DraftNotice question={question} />
        <QuestionHead question={question} />
      </div>
      <CrowdColumn question={question} />
      <aside className="order-1 min-w-0 space-y-10 lg:order-none lg:row-span-2">
        <QuestionDates question={question} />
        <Suspense fallback={null}>
          <SimilarQuestions question={question} />
        </Suspense>
      </aside>
      <QuestionBody question={question} asOf={asOfFrom(query.asOf)} query={query} />
    </article>
  );
}
