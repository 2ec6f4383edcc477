"use client";

import { useEffect } from "react";
import { trpc } from "#app/_trpc/client.ts";

/** Once the list has been shown, tells Parley so; what was new stays marked until the page is next opened. */
export function MarkAsSeen({ until }: { until: Date }) {
  const ms = until.getTime();
  useEffect(() => {
    // A reading that is not kept loses nothing: the notices are still new the next time.
    trpc.notice.read.mutate({ until: new Date(ms) }).catch(() => undefined);
  }, [ms]);
  return null;
}
