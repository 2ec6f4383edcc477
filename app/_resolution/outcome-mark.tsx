import { voidReasonLabel } from "./void-reason-label.ts";

interface Props {
  readonly outcome: string | null;
  readonly label: string;
  readonly voidReason: string | null;
}

/** An outcome may be any text, so that these are keys of a map and not of an object. */
const TONES: ReadonlyMap<string, string> = new Map([
  ["yes", "text-yes"],
  ["no", "text-no"],
]);

/** The answer, large: in words first, in colour only besides. */
export function OutcomeMark({ outcome, label, voidReason }: Props) {
  const tone = outcome === null ? "text-void" : (TONES.get(outcome) ?? "text-accent");
  return (
    <p className={`font-serif text-lg font-semibold ${tone}`}>
      {label}
      {voidReason ? (
        <span className="font-sans text-sm font-normal text-soft"> · {voidReasonLabel(voidReason)}</span>
      ) : null}
    </p>
  );
}
