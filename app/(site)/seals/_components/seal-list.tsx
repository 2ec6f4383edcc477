import { Instant } from "#app/_components/instant.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { HashText } from "#app/_seals/hash-text.tsx";
import type { SealView } from "#app/_seals/seal-view.ts";
import { countText } from "#core/text/count-text.ts";

/** Roots, the newest first, with when they were published and how many records they added. */
export function SealList({ seals, now }: { seals: readonly SealView[]; now: number }) {
  return (
    <ol className="divide-y divide-hairline border-y border-hairline">
      {seals.map(({ number, at, fromIndex, untilIndex, root }) => (
        <li key={number} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[10rem_1fr]">
          <div className="text-sm">
            <PageLink href={`/seals/${number}`} className="title-link font-semibold">
              Seal {number}
            </PageLink>
            <p className="text-soft">
              <Instant at={at.getTime()} now={now} form="relative" />
            </p>
          </div>
          <div className="min-w-0 text-sm">
            <p>
              {countText(untilIndex - fromIndex, "record")} added, {countText(untilIndex, "record")} in all
            </p>
            <HashText hash={root} />
          </div>
        </li>
      ))}
    </ol>
  );
}
