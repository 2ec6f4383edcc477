"use client";

import { PageError } from "#app/_components/page-error.tsx";
import "./globals.css";

/** The last resort, when not even the document could be made: it brings its own. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Parley could not show this page</title>
        <main className="mx-auto max-w-column px-4 py-16 sm:px-6">
          <PageError digest={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  );
}
