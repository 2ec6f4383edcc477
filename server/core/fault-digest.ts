/** What a page is told of a fault: by which reference the log has it, and whether it passes by itself. */
export interface FaultDigest {
  readonly reference: string;
  /** The database is gone for a moment, say: trying again is likely to help. */
  readonly isPassing: boolean;
}

const PASSING = "passing:";

/**
 * One text for the reference of a fault and whether it passes, since an error that crosses to the browser carries no more
 * than one text with it. The reference is that text itself, with `passing:` before it where the fault passes.
 *
 * @example
 * faultDigest({ reference: "0199-2", isPassing: true }); // => "passing:0199-2"
 * faultDigest({ reference: "0199-2", isPassing: false }); // => "0199-2"
 */
export function faultDigest({ reference, isPassing }: FaultDigest): string {
  return isPassing ? `${PASSING}${reference}` : reference;
}

/**
 * The reverse of `faultDigest`; any other text is taken for a reference.
 *
 * @example
 * faultOfDigest("passing:0199-2"); // => { reference: "0199-2", isPassing: true }
 * faultOfDigest("2938475"); // => { reference: "2938475", isPassing: false }
 */
export function faultOfDigest(digest: string): FaultDigest {
  const isPassing = digest.startsWith(PASSING);
  return { reference: isPassing ? digest.slice(PASSING.length) : digest, isPassing };
}
