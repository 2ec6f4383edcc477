import { Suspense } from "react";
import { Skeleton } from "#app/_components/skeleton.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { CrowdChart } from "./crowd-chart.tsx";
import { CrowdNow } from "./crowd-now.tsx";
import { ForecastEntry } from "./forecast-entry.tsx";
import { MarketSection } from "./market-section.tsx";

/** How likely: what the crowd says now, how it came there, and what the reader says. */
export function CrowdColumn({ question }: { question: QuestionView }) {
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
