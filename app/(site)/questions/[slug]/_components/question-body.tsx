import { Suspense } from "react";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { Prose } from "#app/_components/prose.tsx";
import { Section } from "#app/_components/section.tsx";
import { Skeleton } from "#app/_components/skeleton.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { Activity } from "./activity.tsx";
import { CriteriaSection } from "./criteria-section.tsx";
import { MyScore } from "./my-score.tsx";
import { RelatedEvents } from "./related-events.tsx";
import { ResolutionBox } from "./resolution-box.tsx";

interface Props {
  readonly question: QuestionView;
  /** The instant for which the log is read; now when undefined. */
  readonly asOf: Date | undefined;
  readonly query: AddressQuery;
}

/** What decides it, by which events, what came out, and what people said. Each part arrives when it is ready. */
export function QuestionBody({ question, asOf, query }: Props) {
  const waiting = <Skeleton className="mt-10 h-40" />;
  return (
    <div className="min-w-0">
      <Suspense fallback={waiting}>
        <CriteriaSection question={question} asOf={asOf} />
        <Background question={question} />
        <RelatedEvents question={question} asOf={asOf} />
      </Suspense>
      <Suspense fallback={waiting}>
        <ResolutionBox slug={question.slug} />
        <MyScore question={question} />
      </Suspense>
      <Activity question={question} query={query} />
    </div>
  );
}

/** What a reader should know of the matter. */
function Background({ question }: { question: QuestionView }) {
  if (question.background === "") return null;
  return (
    <Section title="Background">
      <Prose markdown={question.background} />
    </Section>
  );
}
