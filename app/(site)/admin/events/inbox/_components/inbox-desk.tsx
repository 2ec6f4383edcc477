"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import type { AppRouter } from "#server/api/root.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";
import { InboxRow, type WaitingEvent } from "./inbox-row.tsx";

type Outputs = inferRouterOutputs<AppRouter>["inbox"];

interface Props {
  readonly topicId: string;
  readonly items: readonly WaitingEvent[];
  /** What is said when nothing waits. */
  readonly children: ReactNode;
}

/** Chooses among what waits, and takes it into the log or dismisses it, one by one or many at once. */
export function InboxDesk({ topicId, items, children }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<{ words: string; outcome: Outputs["decide"] } | null>(null);
  const { submit, isPending, failure } = useSubmission();
  const areAll = chosen.size === items.length;

  async function decide(ids: readonly string[], decision: "accept" | "dismiss") {
    await submit(async () => {
      const outcome = await trpc.inbox.decide.mutate({ topicId, ids: [...ids], decision });
      setDone({ words: decision === "accept" ? "taken into the log" : "dismissed", outcome });
      setChosen(new Set());
      router.refresh();
    });
  }

  function toggle(id: string) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <div>
      {items.length === 0 ? null : (
        <div className="sticky top-0 z-10 flex flex-wrap items-center gap-2 border-b border-outline bg-paper py-2">
          <label className="mr-auto flex min-h-11 items-center gap-2 text-sm">
            <input
              type="checkbox"
              checked={areAll}
              onChange={() => setChosen(areAll ? new Set() : new Set(items.map(({ id }) => id)))}
              className="size-5"
            />
            {chosen.size === 0 ? "Choose all on this page" : `${chosen.size} chosen`}
          </label>
          <Button
            size="small"
            disabled={isPending || chosen.size === 0}
            onClick={() => void decide([...chosen], "accept")}
          >
            Take into the log
          </Button>
          <Button
            size="small"
            tone="secondary"
            disabled={isPending || chosen.size === 0}
            onClick={() => void decide([...chosen], "dismiss")}
          >
            Dismiss
          </Button>
        </div>
      )}
      <FailureNotice failure={failure} />
      {done ? <Outcome {...done} /> : null}
      {items.length === 0 ? children : null}
      <ul className="divide-y divide-hairline">
        {items.map((item) => (
          <InboxRow
            key={item.id}
            item={item}
            isChosen={chosen.has(item.id)}
            isPending={isPending}
            onToggle={() => toggle(item.id)}
            onDecide={(decision) => void decide([item.id], decision)}
          />
        ))}
      </ul>
    </div>
  );
}

/** What was done, what the log refused, and which questions have an answer now. */
function Outcome({ words, outcome }: { words: string; outcome: Outputs["decide"] }) {
  const { decided, refused, proposals, areEvaluated } = outcome;
  return (
    <Notice tone={refused.length > 0 ? "warning" : "success"} live title={`${decided} ${words}`}>
      {refused.map(({ headline, broken }) => (
        <p key={headline}>
          “{headline}” still waits: {sentenceOf(broken)}
        </p>
      ))}
      {proposals.map(({ slug, title }) => (
        <p key={slug}>
          An answer is proposed:{" "}
          <PageLink href={`/questions/${slug}`} className="link">
            {title}
          </PageLink>
        </p>
      ))}
      {areEvaluated ? null : <p>The questions have not been evaluated yet. This happens within a minute.</p>}
    </Notice>
  );
}
