import { classNames } from "./class-names.ts";

/** The place of something that is coming, in its size, so that nothing moves when it comes. Give it height and width by class. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classNames("rounded-md bg-ink/6 motion-safe:animate-pulse", className)} />;
}

/** Lines of text to come; the last is shorter, as in a paragraph. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className="space-y-2.5">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton key={line} className={classNames("h-4", line === lines - 1 && line > 0 ? "w-2/3" : "w-full")} />
      ))}
    </div>
  );
}
