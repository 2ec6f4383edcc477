import { type Occurrence, occurredIso, occurredText } from "./occurred-text.ts";

/** When an event happened, as closely as it is known. */
export function Occurred({ event, children }: { event: Occurrence; children?: string }) {
  return (
    <time dateTime={occurredIso(event)} className="tabular-nums">
      {children ?? occurredText(event)}
    </time>
  );
}
