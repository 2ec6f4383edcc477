import { signedText } from "#app/_components/number-text.ts";

interface IntervalDotsProps {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** The span of the axis, the same in every row of a table; 0 is marked when it lies within. */
  readonly from: number;
  readonly to: number;
  readonly decimals?: number;
}

/** A value with its interval on an axis that the rows of a table share. */
export function IntervalDots({ value, lower, upper, from, to, decimals = 1 }: IntervalDotsProps) {
  const across = (number: number) => {
    const share = (Math.min(to, Math.max(from, number)) - from) / (to - from);
    return `${Math.round((4 + 92 * share) * 100) / 100}%`;
  };
  const words = `${signedText(value, decimals)}, between ${signedText(lower, decimals)} and ${signedText(upper, decimals)}`;
  return (
    <svg role="img" aria-label={words} width="100%" height="20" className="block min-w-24">
      <line x1="0" x2="100%" y1="10" y2="10" className="stroke-hairline" />
      {from < 0 && to > 0 ? <line x1={across(0)} x2={across(0)} y1="2" y2="18" className="stroke-outline" /> : null}
      <line
        x1={across(lower)}
        x2={across(upper)}
        y1="10"
        y2="10"
        className="stroke-accent opacity-50"
        strokeWidth="3"
      />
      <circle cx={across(value)} cy="10" r="4.5" className="fill-accent" />
    </svg>
  );
}
