import { PageLink } from "#app/_components/page-link.tsx";

/** What the number beside a name is. */
export function EarlyExplained() {
  return (
    <p className="mt-2 max-w-measure text-xs text-soft">
      In points of a log score: what a forecast made in the week before the report would earn over the crowd of that
      time, if the crowd three days later is right. It says who saw a move coming, not who will be right; the formula is
      on the{" "}
      <PageLink href="/methodology" className="link">
        methodology
      </PageLink>{" "}
      page.
    </p>
  );
}
