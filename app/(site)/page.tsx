import { Suspense } from "react";
import { Skeleton } from "#app/_components/skeleton.tsx";
import { Split } from "#app/_components/split.tsx";
import { ClosingSoon } from "./_components/closing-soon.tsx";
import { HomeHead } from "./_components/home-head.tsx";
import { LatestEvents } from "./_components/latest-events.tsx";
import { NewlyResolved } from "./_components/newly-resolved.tsx";
import { OpenQuestions } from "./_components/open-questions.tsx";

/** What moves now. */
export default function HomePage() {
  const waiting = <Skeleton className="mt-6 h-64" />;
  return (
    <>
      <Suspense fallback={null}>
        <HomeHead />
      </Suspense>
      <Split
        aside={
          <Suspense fallback={waiting}>
            <ClosingSoon />
            <NewlyResolved />
          </Suspense>
        }
      >
        <Suspense fallback={waiting}>
          <OpenQuestions />
        </Suspense>
        <Suspense fallback={waiting}>
          <LatestEvents />
        </Suspense>
      </Split>
    </>
  );
}
