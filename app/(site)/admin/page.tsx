import type { Metadata } from "next";
import { PageHeader } from "#app/_components/page-header.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { may } from "#core/permissions.ts";
import { QueuedResolution } from "./_components/queued-resolution.tsx";

export const metadata: Metadata = { title: "Resolution queue" };

export default async function ResolutionQueuePage() {
  const viewer = await forPermitted("read_resolution_queue", "/admin");
  if (!viewer) return null;
  const queue = await (await api()).resolution.queue();
  const mayDecide = may({ kind: "user", ...viewer }, "decide_resolution");
  const now = new Date();
  return (
    <>
      <PageHeader
        title="Resolution queue"
        lead="Proposed answers that wait for a decision, the longest-waiting first. Whoever proposed one cannot approve it."
      />
      {queue.length === 0 ? (
        <p className="max-w-measure text-soft">
          Nothing waits. When an event in the log meets a question's criteria, or a moderator proposes an answer, it
          appears here with its evidence.
        </p>
      ) : (
        <ol className="divide-y divide-hairline">
          {queue.map((item) => (
            <QueuedResolution key={item.id} item={item} mayDecide={mayDecide} now={now} />
          ))}
        </ol>
      )}
    </>
  );
}
