import Link from "next/link";
import { Notice } from "#app/_components/notice.tsx";

export interface SignedView {
  readonly proposals: readonly {
    readonly questionId: string;
    readonly slug: string;
    readonly title: string;
    readonly outcome: string;
  }[];
  readonly areEvaluated: boolean;
}

/** What the signature led to: the answers by absence that it made possible. */
export function SignedNotice({ signed }: { signed: SignedView }) {
  return (
    <Notice tone="success" live title="Signed">
      {signed.proposals.length > 0 ? (
        <>
          <p>The log now answers:</p>
          <ul className="list-disc space-y-1 pl-5">
            {signed.proposals.map(({ questionId, slug, title, outcome }) => (
              <li key={questionId}>
                <Link href={`/questions/${slug}`} className="link">
                  {title}
                </Link>{" "}
                {outcome === "yes" || outcome === "no" ? `(${outcome})` : null}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>No question is decided by it yet.</p>
      )}
      {signed.areEvaluated ? null : <p>The questions have not been evaluated yet. This happens within a minute.</p>}
    </Notice>
  );
}
