"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

/** Retires one bot for good, after a second click. */
export function RetireBot({ botId, name }: { botId: string; name: string }) {
  const router = useRouter();
  const [isSure, setSure] = useState(false);
  const { submit, isPending, failure } = useSubmission();
  const retire = async () => {
    await submit(() => trpc.user.retireBot.mutate({ botId }));
    router.refresh();
  };
  return (
    <div className="space-y-2 pt-1">
      {isSure ? (
        <div className="space-y-2">
          <p className="text-sm">
            {name} will forecast and trade no more, and cannot come back. Its open orders are cancelled; its record
            stays.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button tone="danger" size="small" disabled={isPending} onClick={retire}>
              {isPending ? "Retiring…" : `Retire ${name}`}
            </Button>
            <Button tone="quiet" size="small" disabled={isPending} onClick={() => setSure(false)}>
              Keep it
            </Button>
          </div>
        </div>
      ) : (
        <Button tone="secondary" size="small" onClick={() => setSure(true)} aria-label={`Retire ${name}`}>
          Retire
        </Button>
      )}
      {failure ? (
        <Notice tone="error" live>
          {failure.message}
        </Notice>
      ) : null}
    </div>
  );
}
