import { TRPCError } from "@trpc/server";
import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { faultOfDigest } from "#core/fault-digest.ts";
import { shownError } from "#server/api/trpc.ts";
import { ErrorNotice } from "./error-notice.tsx";

/** What a part of a page says in place of itself when a fault of ours keeps it from being made; any other error is the page's. */
function missingPart(error: unknown): ReactNode {
  const fault = error instanceof TRPCError ? error : shownError(error, "a part of a page");
  if (fault.code !== "INTERNAL_SERVER_ERROR") throw error;
  const { digest } = fault as { digest?: string };
  return (
    <div className="my-6">
      <ErrorNotice
        title="This part of the page could not be shown"
        reference={digest === undefined ? undefined : faultOfDigest(digest).reference}
      >
        Something went wrong on our side. Nothing that was saved is lost, and the rest of the page is as it should be.
        Load the page again; if it fails again, tell an administrator which page it was.
      </ErrorNotice>
    </div>
  );
}

/**
 * A part of a page that is made on the server from what it asks for. Where that cannot be told, it alone is missing: a row that is
 * not as it should be takes no page down.
 */
export function part<Props>(make: (props: Props) => Promise<ReactNode>): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    try {
      return await make(props);
    } catch (error) {
      // Not found, sent elsewhere: Next's own ways out of a page.
      unstable_rethrow(error);
      return missingPart(error);
    }
  };
}
