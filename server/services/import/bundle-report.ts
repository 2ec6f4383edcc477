import { BUNDLE_LISTS, type BundleList } from "#core/bundle/bundle-fault.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";

/** What became of the records of a list: those that came are those that were added, were here already, or were left out. */
export interface ListReport {
  came: number;
  added: number;
  known: number;
  leftOut: number;
}

export interface BundleReport {
  readonly lists: Readonly<Record<BundleList, Readonly<ListReport>>>;
  /** Of the questions that were added, how many have an answer. */
  readonly resolved: number;
  /** What was not taken as it was written, and what was left out and why. */
  readonly notes: readonly string[];
}

/** Counts what becomes of a bundle's records while it is brought in. Nothing is counted twice, and all of it adds up. */
export class ReportCounts {
  readonly #lists: Record<BundleList, ListReport>;
  readonly #notes: string[] = [];
  #resolved = 0;

  constructor(document: BundleDocument) {
    this.#lists = Object.fromEntries(
      BUNDLE_LISTS.map((list) => [list, { came: document[list].length, added: 0, known: 0, leftOut: 0 }]),
    ) as Record<BundleList, ListReport>;
  }

  count(list: BundleList, what: "added" | "known" | "leftOut", count = 1): void {
    this.#lists[list][what] += count;
  }

  note(note: string): void {
    this.#notes.push(note);
  }

  resolved(): void {
    this.#resolved += 1;
  }

  report(): BundleReport {
    return { lists: this.#lists, resolved: this.#resolved, notes: this.#notes };
  }
}

const NAMES: Record<BundleList, string> = {
  questions: "questions",
  forecasters: "forecasters",
  forecasts: "forecasts",
  topics: "topics",
  actors: "names of actors",
  events: "events",
  coverage: "statements of coverage",
  comments: "comments",
  tournaments: "tournaments",
  markets: "markets",
  orders: "orders",
  trades: "trades",
};

/** A report in words, a line for each list that the bundle has. */
export function reportLines({ lists, resolved, notes }: BundleReport): string[] {
  const lines = BUNDLE_LISTS.flatMap((list) => {
    const { came, added, known, leftOut } = lists[list];
    if (came === 0) return [];
    const answered = list === "questions" && resolved > 0 ? ` (${resolved} answered)` : "";
    const rest = [`${known} known already`, ...(leftOut > 0 ? [`${leftOut} left out`] : [])];
    return [`  ${NAMES[list]}: ${came} came; ${added} went in${answered}, ${rest.join(", ")}`];
  });
  return [...lines, ...notes.map((note) => `  note: ${note}`)];
}
