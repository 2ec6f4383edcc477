import type { Metadata } from "next";
import { Suspense } from "react";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { DefinitionList } from "#app/_components/definition-list.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { numberText } from "#app/_components/number-text.ts";
import { PageLink } from "#app/_components/page-link.tsx";
import { Skeleton } from "#app/_components/skeleton.tsx";
import { asOfFrom } from "#app/_events/as-of.ts";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { countText } from "#core/text/count-text.ts";
import { CrowdChart } from "./_components/crowd-chart.tsx";
import { CrowdNow } from "./_components/crowd-now.tsx";
import { ForecastEntry } from "./_components/forecast-entry.tsx";
import { MarketSection } from "./_components/market-section.tsx";
import { QuestionBody } from "./_components/question-body.tsx";
import { QuestionHead } from "./_components/question-head.tsx";
import { questionOf, zoneOf } from "./_components/question-queries.ts";
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

/** How likely: what the crowd says now, how it came there, and what the reader says. */
function CrowdColumn({ question }: { question: QuestionView }) {
  return (
    <div className="min-w-0 space-y-6">
      <CrowdNow question={question} />
      <Suspense fallback={<Skeleton className="h-80" />}>
        <CrowdChart question={question} />
      </Suspense>
      <Suspense fallback={<Skeleton className="h-60" />}>
        <ForecastEntry question={question} />
      </Suspense>
      <Suspense fallback={<Skeleton className="h-40" />}>
        <MarketSection question={question} />
      </Suspense>
    </div>
  );
}

/** Says to reviewers that nobody else sees this page yet. */
function DraftNotice({ question }: { question: QuestionView }) {
  if (question.publishedAt) return null;
  return (
    <Notice title={question.status === "review" ? "Under review" : "A draft"}>
      Only moderators and admins see this page.{" "}
      <PageLink href={`/questions/new?draft=${question.slug}`} className="link">
        Change the draft
      </PageLink>{" "}
      or{" "}
      <PageLink href="/admin/questions" className="link">
        go to the questions to review
      </PageLink>
      .
    </Notice>
  );
}

/** Every date of the question, in the zone in which its rule is stated. */
function QuestionDates({ question }: { question: QuestionView }) {
  const zone = zoneOf(question);
  const at = (date: Date) => <Instant at={date.getTime()} zone={zone} form="absolute" />;
  const items = [
    { term: "Opened", value: at(question.opensAt) },
    { term: "Forecasts close", value: at(question.closesAt) },
    { term: "Window ends", value: at(question.deadlineAt) },
    ...(question.revealAt ? [{ term: "Crowd shown from", value: at(question.revealAt) }] : []),
    ...(question.answer ? [{ term: "Answer became true", value: at(question.answer.effectiveAt) }] : []),
    ...(question.answer ? [{ term: "Publicly known", value: at(question.answer.knownAt) }] : []),
    {
      term: "Forecasts",
      value:
        question.forecasts === 0
          ? "none yet"
          : `${numberText(question.forecasts)} by ${countText(question.forecasters, "person", "people")}`,
    },
    { term: "Asked by", value: question.createdBy },
  ];
  return <DefinitionList items={items} />;
}
