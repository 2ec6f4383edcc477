"use client";

import { PageError } from "#app/_components/page-error.tsx";

/** Shown in place of a page that failed; header and footer stay. */
export default function SiteError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageError digest={error.digest} retry={reset} />;
}
