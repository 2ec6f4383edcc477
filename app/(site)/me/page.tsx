import type { Metadata } from "next";
import { Suspense } from "react";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { SkeletonLines } from "#app/_components/skeleton.tsx";
import { signedIn } from "#app/_trpc/for-permitted.ts";
import { MyQuestions } from "./_components/my-questions.tsx";
import { MyRecord } from "./_components/my-record.tsx";
import { MyScores } from "./_components/my-scores.tsx";

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
