import type { NamedOutcome } from "#core/notice/notice.ts";

/** An outcome with the label of the option that it is, if it is one. */
export function namedOutcome(
  outcome: string | null,
  options: readonly { readonly id: string; readonly label: string }[],
): NamedOutcome {
  return { value: outcome, label: options.find(({ id }) => id === outcome)?.label ?? null };
}
