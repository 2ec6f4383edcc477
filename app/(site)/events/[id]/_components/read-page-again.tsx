"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Notice } from "#app/_components/notice.tsx";
import type { SourcePageView } from "#app/_events/event-view.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

interface ReadPageAgainProps {
  readonly url: string;
  readonly title: string;
  readonly isAgain: boolean;
}

/** Has the server read the page of a source, and tells whether it is the one that was read before. */
export function ReadPageAgain({ url, title, isAgain }: ReadPageAgainProps) {
  const router = useRouter();
  const { submit, isPending, failure } = useSubmission();
  const [page, setPage] = useState<SourcePageView | null>(null);

  async function read() {
    const isRead = await submit(async () => setPage(await trpc.sourcePage.fetch.mutate({ url })));
    if (isRead) router.refresh();
  }

  const label = isAgain ? "Read the page again" : "Read the page";
  return (
    <div className="space-y-2">
      <Button tone="secondary" size="small" aria-label={`${label}: ${title}`} disabled={isPending} onClick={read}>
        {isPending ? "Reading…" : label}
      </Button>
      <FailureNotice failure={failure}>Nothing was recorded; the link above leads to the page itself.</FailureNotice>
      {page && !failure ? (
        <Notice tone={page.before && page.before.sha256 !== page.sha256 ? "warning" : "success"} live>
          {comparison(page)}
        </Notice>
      ) : null}
    </div>
  );
}

function comparison({ before, sha256 }: SourcePageView): string {
  if (!before) return "The page is read, and its hash kept.";
  if (before.sha256 === sha256) return "The page is the same, byte for byte.";
  return "The page is not the same as before. What surrounds the text may have changed, or the text itself: look at it.";
}
