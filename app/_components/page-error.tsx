"use client";

import { faultOfDigest } from "#core/fault-digest.ts";
import { Button, ButtonLink } from "./button.tsx";
import { ErrorNotice } from "./error-notice.tsx";
import { PageHeader } from "./page-header.tsx";

/** A page that failed: what to do, and what to quote. */
export function PageError({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  const fault = digest === undefined ? undefined : faultOfDigest(digest);
  return (
    <div className="max-w-column">
      <PageHeader title="This page could not be shown" />
      <ErrorNotice
        title={fault?.isPassing ? "The database cannot be reached" : "Something went wrong on our side"}
        reference={fault?.reference}
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
        {fault?.isPassing
          ? "Nothing that was saved is lost. It usually comes back by itself within seconds: try again in a moment."
          : `Nothing that was saved is lost. Try again; if it fails again, tell an administrator what you did${
              fault ? " and the reference below" : ""
            }.`}
      </ErrorNotice>
    </div>
  );
}
