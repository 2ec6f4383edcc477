import { DomainError } from "#core/errors.ts";

const MOST_TOLD = 20;

/** The error that names what is wrong with a file, the first places of it where there are many. */
export function unreadable(faults: readonly string[]): DomainError {
  const told = faults.slice(0, MOST_TOLD);
  const more = faults.length - told.length;
  return new DomainError("import_must_be_readable", [...told, ...(more > 0 ? [`and ${more} more`] : [])].join("\n"));
}

export function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw unreadable(faults);
}
