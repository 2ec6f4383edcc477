import { PageLink } from "#app/_components/page-link.tsx";

/** The formula behind each metric, as the methodology page names it. */
export const METRIC_METHODS = {
  rating: "shrunkPeer",
  peer: "questionScores",
  spot: "spotScores",
  baseline: "baselineScore",
  relative_brier: "questionScores",
  brier: "halfBrier",
  adjusted: "difficultyAdjustedBrier",
} as const;

interface MetricLinkProps {
  readonly metric: keyof typeof METRIC_METHODS;
  readonly children: string;
}

/** The name of a metric, leading to what it means. */
export function MetricLink({ metric, children }: MetricLinkProps) {
  return (
    <PageLink
      href={`/methodology#${METRIC_METHODS[metric]}`}
      className="underline decoration-dotted underline-offset-2 hover:text-accent"
    >
      {children}
    </PageLink>
  );
}
