"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { VisuallyHidden } from "#app/_components/visually-hidden.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

interface FollowButtonProps {
  readonly subject: { readonly kind: "topic" | "signal"; readonly id: string };
  /** What is followed, for those who hear the button alone. */
  readonly name: string;
  readonly isFollowed: boolean;
}

/** Begins or ends that the reader is told of new events. */
export function FollowButton({ subject, name, isFollowed }: FollowButtonProps) {
  const router = useRouter();
  const [isOn, setOn] = useState(isFollowed);
  const { submit, isPending, failure } = useSubmission();

  async function toggle() {
    const wanted = !isOn;
    const isDone = await submit(() => trpc.signal.follow.mutate({ ...subject, isFollowed: wanted }));
    if (!isDone) return;
    setOn(wanted);
    router.refresh();
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button tone={isOn ? "secondary" : "quiet"} size="small" disabled={isPending} onClick={toggle}>
        {isOn ? "Following" : "Follow"}
        <VisuallyHidden> {name}</VisuallyHidden>
      </Button>
      <FailureNotice failure={failure} isLine />
    </span>
  );
}
