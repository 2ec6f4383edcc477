import type { ReactNode } from "react";
import { Notice } from "#app/_components/notice.tsx";
import type { Failure } from "./use-submission.ts";

interface FailureNoticeProps {
  readonly failure: Failure | null;
  /** What was not done, where the button alone does not say it. */
  readonly title?: string;
  /** Fields that show their own errors: the notice is for all the others. */
  readonly beside?: readonly string[];
  /** One line of text, for rows of a list where a box would be too much. */
  readonly isLine?: boolean;
  /** What to do now, or what was kept. */
  readonly children?: ReactNode;
}

/** What went wrong with what was sent, unless every error is shown beside its own field. */
export function FailureNotice({ failure, title, beside = [], isLine = false, children }: FailureNoticeProps) {
  if (failure === null) return null;
  const refused = Object.entries(failure.fields);
  const others = refused.filter(([field]) => !beside.includes(field)).map(([, message]) => message);
  if (refused.length > 0 && others.length === 0) return null;
  const messages = [...new Set(others.length > 0 ? others : [failure.message])];
  if (isLine) {
    return (
      <span role="alert" className="block text-sm font-medium text-danger">
        {messages.join(" ")}
      </span>
    );
  }
  return (
    <Notice tone="error" live title={title}>
      {messages.length === 1 ? (
        messages
      ) : (
        <ul>
          {messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {children ? <> {children}</> : null}
    </Notice>
  );
}
