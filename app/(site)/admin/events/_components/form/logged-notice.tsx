import Link from "next/link";
import { Notice } from "#app/_components/notice.tsx";
import type { LoggedView } from "#app/_events/event-view.ts";

/** What recording it led to: the questions it may count for, and the answers it brought. */
export function LoggedNotice({ logged, headline }: { logged: LoggedView; headline: string }) {
  const answered = new Set(logged.proposals.map(({ questionId }) => questionId));
  const touched = logged.touched.filter(({ id }) => !answered.has(id));
  return (
    <Notice tone="success" live title={logged.number === 1 ? "Recorded" : `Recorded as revision ${logged.number}`}>
      <p>
        <Link href={`/events/${logged.id}`} className="link">
          {headline}
        </Link>{" "}
        ·{" "}
        <Link href={`/admin/events/${logged.id}#merge`} className="link">
          revise or merge it
        </Link>
      </p>
      {logged.proposals.length > 0 ? (
        <>
          <p className="mt-2 font-medium">The log now answers:</p>
          <ul className="list-disc space-y-1 pl-5">
            {logged.proposals.map(({ questionId, slug, title, outcome }) => (
              <li key={questionId}>
                <Link href={`/questions/${slug}`} className="link">
                  {title}
                </Link>{" "}
                {outcome === "yes" || outcome === "no" ? `(${outcome})` : null}: waits in the{" "}
                <Link href="/admin" className="link">
                  queue
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {touched.length > 0 ? (
        <>
          <p className="mt-2 font-medium">It may count towards:</p>
          <ul className="list-disc space-y-1 pl-5">
            {touched.map(({ id, slug, title }) => (
              <li key={id}>
                <Link href={`/questions/${slug}`} className="link">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {logged.areEvaluated && logged.touched.length === 0 && logged.proposals.length === 0 ? (
        <p>It touches no open question.</p>
      ) : null}
      {logged.areEvaluated ? null : <p>The questions have not been evaluated yet. This happens within a minute.</p>}
    </Notice>
  );
}
