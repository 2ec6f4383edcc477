import { Suspense } from "react";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Skeleton } from "#app/_components/skeleton.tsx";
import { Split } from "#app/_components/split.tsx";
import { api } from "#app/_trpc/server.ts";
import { ClosingSoon } from "./_components/closing-soon.tsx";
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

/** To somebody new: what this is, in two sentences. Whoever is signed in comes straight to what moves. */
const HomeHead = part(async () => {
  const viewer = await (await api()).user.viewer();
  if (viewer) return <h1 className="sr-only">What moves now</h1>;
  return (
    <header className="mb-10 max-w-column space-y-4">
      <h1 className="font-serif text-xl leading-tight font-semibold tracking-[-0.01em] sm:text-2xl">
        Probabilities on what happens next, decided by a record anyone can check
      </h1>
      <p className="max-w-measure text-soft">
        People put probabilities on questions about the world. A written rule over a log of sourced events decides each
        answer, and proper scores say who was right.
      </p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink href="/sign-up">Make an account</ButtonLink>
        <PageLink href="/questions" className="link text-sm">
          Read the questions first
        </PageLink>
      </p>
    </header>
  );
});
