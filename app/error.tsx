"use client";

import { PageError } from "#app/_components/page-error.tsx";

/** Shown when the shell itself could not be made, for example because the database does not answer. */
export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-column px-4 py-16 sm:px-6">
      <PageError digest={error.digest} retry={reset} />
    </main>
  );
}
