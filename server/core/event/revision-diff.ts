/** One thing that a revision states otherwise than the one before it, in words a page can show as they are. */
export interface FieldChange {
  readonly field: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What two revisions state, field by field, each as the words that stand for it; a list where there are several. */
export type StatedFields = Readonly<Record<string, readonly string[]>>;

/**
 * What a revision changed: the fields whose words differ, each with the words that went and the words that came. Words
 * that stand on both sides are left out of lists.
 *
 * @example
 * revisionDiff({ Place: ["Muscat"], Actors: ["Iran", "Oman"] }, { Place: ["Muscat"], Actors: ["Iran", "Qatar"] }); // => [{ field: "Actors", before: ["Oman"], after: ["Qatar"] }]
 * revisionDiff({ Place: [] }, { Place: ["Geneva"] }); // => [{ field: "Place", before: [], after: ["Geneva"] }]
 */
export function revisionDiff(before: StatedFields, after: StatedFields): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    const [old, now] = [before[field] ?? [], after[field] ?? []];
    const gone = old.filter((words) => !now.includes(words));
    const come = now.filter((words) => !old.includes(words));
    return gone.length === 0 && come.length === 0 ? [] : [{ field, before: gone, after: come }];
  });
}
