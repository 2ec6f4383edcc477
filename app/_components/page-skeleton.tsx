import { Skeleton, SkeletonLines } from "./skeleton.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

const ROWS = ["first", "second", "third", "fourth", "fifth"] as const;

/** The shape of most pages: a title, a line about it, and a list. It shows only after a moment, so that quick pages do not flicker. */
export function PageSkeleton() {
  return (
    <div className="appear-late max-w-column">
      <p role="status">
        <VisuallyHidden>The page is loading.</VisuallyHidden>
      </p>
      <Skeleton className="mb-3 h-10 w-3/4" />
      <Skeleton className="mb-10 h-4 w-1/2" />
      <ul className="space-y-6">
        {ROWS.map((row) => (
          <li key={row}>
            <SkeletonLines lines={2} />
          </li>
        ))}
      </ul>
    </div>
  );
}
