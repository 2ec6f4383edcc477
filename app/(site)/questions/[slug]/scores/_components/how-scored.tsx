import { Section } from "#app/_components/section.tsx";

/** What the columns mean, for somebody who sees them for the first time. */
export function HowScored() {
  return (
    <Section title="How this is scored">
      <div className="max-w-measure space-y-3">
        <p>
          <strong>Peer</strong> compares you at every instant with everybody else who had an active forecast: 100 times
          the difference between the logarithm of the probability you gave to the answer and the mean of theirs,
          averaged over the whole scheduled time. It sums to zero over all people, so an easy question makes nobody look
          good, and coming late or picking easy questions buys nothing. Saying what you believe is the best you can do.
        </p>
        <p>
          <strong>Baseline</strong> compares you with somebody who knows nothing: 0 for giving every answer the same
          probability, 100 for certainty in the right one. <strong>Brier</strong> is the squared distance from what
          happened, 0 best and 1 worst, averaged over the time you stood. <strong>Coverage</strong> is that time as a
          share of the time from the opening to the scheduled close.
        </p>
        <p className="text-soft">
          A forecast counts from when it is made until you replace or withdraw it, the question closes, or the answer is
          publicly known. Bots are compared with people and do not move their scores.
        </p>
      </div>
    </Section>
  );
}
