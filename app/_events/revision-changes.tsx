import type { FieldChange } from "#core/event/revision-diff.ts";

/** What a revision states otherwise than before: what went, struck through, and what came. */
export function RevisionChanges({ changes }: { changes: readonly FieldChange[] }) {
  if (changes.length === 0) return <p className="text-soft">States the same as before.</p>;
  return (
    <dl className="space-y-1.5">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="gap-x-4 sm:grid sm:grid-cols-[7rem_1fr]">
          <dt className="text-soft">{field}</dt>
          <dd className="min-w-0 space-y-0.5 wrap-anywhere">
            {before.map((words) => (
              <del key={words} className="block text-soft">
                <span aria-hidden="true">− </span>
                {words}
              </del>
            ))}
            {after.map((words) => (
              <ins key={words} className="block no-underline">
                <span aria-hidden="true">+ </span>
                {words}
              </ins>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
