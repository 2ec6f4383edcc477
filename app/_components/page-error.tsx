"use client";

import { Button, ButtonLink } from "./button.tsx";
import { ErrorNotice } from "./error-notice.tsx";
import { PageHeader } from "./page-header.tsx";

/** A page that failed: what to do, and what to quote. */
export function PageError({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  return (
    <div className="max-w-column">
      <PageHeader title="This page could not be shown" />
      <ErrorNotice
        title="Something went wrong on our side"
        reference={digest}
        action={
          <>
            <Button size="small" onClick={retry}>
              Try again
            </Button>
            <ButtonLink size="small" tone="secondary" href="/">
              To the front page
            </ButtonLink>
          </>
        }
      >
        Nothing that was saved is lost. Try again; if it fails again, tell an administrator what you did
        {digest === undefined ? "." : " and the reference below."}
      </ErrorNotice>
    </div>
  );
}
