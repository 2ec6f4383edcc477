import type { BenchFault } from "./bench-fault.ts";
import type { ImportPlan } from "./plan-forecastbench.ts";
import type { LeftOutRow } from "./read-bench-forecasts.ts";
import type { ForecastBench } from "./read-forecastbench.ts";

/** What goes into the database. */
export interface ImportedCounts {
  readonly questions: number;
  readonly forecasts: number;
  readonly forecasters: number;
  readonly resolved: number;
}

/** What became of a survey's rows: those that came are those that went in, were known, or are left out. */
export interface ForecastBenchReport {
  readonly counts: ImportedCounts;
  readonly rows: { readonly came: number; readonly wentIn: number; readonly known: number; readonly leftOut: number };
  /** Of all files, in the order in which they stand there. */
  readonly faults: readonly BenchFault[];
  /** The table of forecasts without the rows that are sound. */
  readonly leftOut: { readonly header: readonly string[]; readonly rows: readonly LeftOutRow[] };
  /** What was taken as it is not written. */
  readonly notes: readonly string[];
}

export function forecastBenchReport(
  { questions, forecasts, sets }: ForecastBench,
  plan: ImportPlan,
  answerFaults: readonly BenchFault[],
): ForecastBenchReport {
  const added = plan.questions.flatMap(({ item }) => item.forecasts);
  const leftOut = [...forecasts.leftOut, ...plan.leftOut].sort((one, other) => lineOf(one) - lineOf(other));
  const faults = [
    ...questions.faults,
    ...leftOut.flatMap((row) => row.faults),
    ...sets.flatMap((set) => set.faults),
    ...answerFaults,
    ...plan.faults,
  ];
  const wentIn = added.length;
  return {
    counts: {
      questions: plan.questions.filter(({ isKept }) => !isKept).length,
      forecasts: wentIn,
      forecasters: new Set(added.map(({ userId }) => userId)).size,
      resolved: plan.questions.filter(({ item }) => item.answer).length,
    },
    rows: {
      came: forecasts.sound.length + forecasts.leftOut.length,
      ...{ wentIn, known: plan.known, leftOut: leftOut.length },
    },
    faults: faults.sort((one, other) => compare(one.file, other.file) || one.line - other.line),
    leftOut: { header: forecasts.header, rows: leftOut },
    notes: notesOf(forecasts.unread, plan),
  };
}

const lineOf = ({ faults }: LeftOutRow) => faults[0]?.line ?? 0;
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function notesOf(unread: readonly string[], { questions }: ImportPlan): string[] {
  const isOpenEnded = ({ item }: ImportPlan["questions"][number]) => {
    const asked = item.forecasts[0];
    return asked?.date === "" && asked.question.marketClosesAt === null;
  };
  const openEnded = questions.filter((planned) => !planned.isKept && isOpenEnded(planned)).length;
  return [
    ...(unread.length > 0 ? [`Nothing is read from the columns ${unread.join(", ")}.`] : []),
    ...(openEnded > 0
      ? [`${openEnded} markets do not say when they close: they close here a year after the forecasts were due.`]
      : []),
  ];
}
