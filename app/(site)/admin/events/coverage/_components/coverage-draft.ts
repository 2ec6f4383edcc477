import { DomainError } from "#core/errors.ts";
import { localText } from "#core/time/local-text.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";

/** A statement of coverage as it is being typed. */
export interface CoverageDraft {
  readonly types: readonly string[];
  readonly actors: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly zone: string;
  readonly note: string;
}

/** What a form may begin with. */
export interface CoverageScopeAsked {
  readonly types: readonly string[];
  readonly actors: readonly string[];
  readonly coversFrom: Date;
  readonly coversUntil: Date;
  readonly note: string;
}

/** An empty draft, or one that begins as the statement it is to replace, or with the scope that a question needs. */
export function coverageDraft(replaced: CoverageScopeAsked | undefined): CoverageDraft {
  if (!replaced) return { types: [], actors: [], from: "", until: "", zone: "UTC", note: "" };
  return {
    types: replaced.types,
    actors: replaced.actors,
    from: localText(replaced.coversFrom.getTime(), "UTC"),
    until: localText(replaced.coversUntil.getTime(), "UTC"),
    zone: "UTC",
    note: replaced.note,
  };
}

function instant(field: string, local: string, zone: string): Date {
  try {
    return new Date(zonedInstant(local, zone));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw error.inField(field);
  }
}

/** What the form states, as the service takes it. */
export function coverageStatement({ types, actors, from, until, zone, note }: CoverageDraft) {
  return {
    types: [...types],
    actors: [...actors],
    coversFrom: instant("coversFrom", from, zone),
    coversUntil: instant("coversUntil", until, zone),
    note,
  };
}
