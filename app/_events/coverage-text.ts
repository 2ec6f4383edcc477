import { dayText } from "#app/_components/instant-text.ts";
import { scopeText } from "./scope-text.ts";

interface Statement {
  readonly types: readonly string[];
  readonly actors: readonly string[];
  readonly coversFrom: Date;
  readonly coversUntil: Date;
  readonly signedByName: string;
}

/** A signed statement in one line: "Every event, 1 Feb 2026 to 1 Mar 2026 (UTC), signed by …". */
export function coverageText({ coversFrom, coversUntil, signedByName, ...scope }: Statement): string {
  const [from, until] = [coversFrom, coversUntil].map((at) => dayText(at.getTime()));
  return `${scopeText(scope)}, ${from} to ${until} (UTC), signed by ${signedByName}`;
}
