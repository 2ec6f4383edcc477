import type { Metadata } from "next";
import { Suspense } from "react";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { SkeletonLines } from "#app/_components/skeleton.tsx";
import { signedIn } from "#app/_trpc/for-permitted.ts";
import { Portfolio } from "./_components/portfolio.tsx";

export const metadata: Metadata = { title: "Portfolio" };

export default async function PortfolioPage() {
  await signedIn();
  return (
    <>
      <PageHeader
        title="Portfolio"
        lead="What you hold in the markets, in play money. It has no value outside of here, and cannot be borrowed."
        actions={
          <ButtonLink href="/portfolio/statement" tone="secondary">
            Statement
          </ButtonLink>
        }
      />
      <Suspense fallback={<SkeletonLines lines={10} />}>
        <Portfolio />
      </Suspense>
    </>
  );
}
