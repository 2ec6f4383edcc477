"use client";

import { Button } from "#app/_components/button.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

/** Hands the whole statement over as a file. */
export function CsvButton() {
  const { submit, isPending, failure } = useSubmission();

  async function download() {
    await submit(async () => {
      const { csv, fileName } = await trpc.ledger.statementCsv.query();
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
      link.download = fileName;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  return (
    <div>
      <Button tone="secondary" disabled={isPending} onClick={() => void download()}>
        {isPending ? "Preparing…" : "As CSV"}
      </Button>
      <FailureNotice failure={failure} isLine />
    </div>
  );
}
