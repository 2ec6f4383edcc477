/** A hash in full: it is there to be compared, so nothing of it is left out. */
export function HashText({ hash }: { hash: string }) {
  return <code className="font-mono text-xs break-all">{hash}</code>;
}
