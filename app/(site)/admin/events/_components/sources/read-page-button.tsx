"use client";

import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Notice } from "#app/_components/notice.tsx";
import type { SourcePageView } from "#app/_events/event-view.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import type { SourceDraft } from "#app/(site)/admin/events/_components/draft/event-draft.ts";

interface ReadPageButtonProps {
  readonly source: SourceDraft;
  readonly index: number;
  readonly onRead: (page: SourcePageView) => void;
}

/** Has the server read the page of a source, so that its empty fields are filled with what the page says of itself. */
export function ReadPageButton({ source, index, onRead }: ReadPageButtonProps) {
  const { submit, isPending, failure } = useSubmission();
  const [page, setPage] = useState<SourcePageView | null>(null);
  const url = source.url.trim();

  async function read() {
    await submit(async () => {
      const told = await trpc.sourcePage.fetch.mutate({ url });
      setPage(told);
      onRead(told);
    });
  }

  return (
    <div className="mt-2 space-y-2">
      <Button
        tone="secondary"
        size="small"
        aria-label={`Read the page of source ${index + 1}`}
        disabled={isPending || !URL.canParse(url)}
        onClick={read}
      >
        {isPending ? "Reading…" : "Read the page"}
      </Button>
      <FailureNotice failure={failure}>
        Read it yourself and fill in the fields; what you typed is still here.
      </FailureNotice>
      {page && !failure ? <PageRead page={page} /> : null}
    </div>
  );
}

function PageRead({ page }: { page: SourcePageView }) {
  const missing = [
    ...(page.title === null ? ["its title"] : []),
    ...(page.publishedAt === null ? ["when it was published, to the minute and with a zone"] : []),
  ];
  return (
    <Notice tone="success" live>
      The page is read, and its hash kept ({page.sha256.slice(0, 12)}). Empty fields hold what it says of itself: check
      them.
      {missing.length > 0 ? ` It does not say ${missing.join(" or ")}.` : ""}
    </Notice>
  );
}
