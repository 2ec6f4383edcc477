import { activeBefore, type SaidFrom } from "#core/attribution/active-before.ts";
import { crowdMove } from "#core/attribution/crowd-move.ts";
import { EARLY_WINDOW_MS, earlyMove } from "#core/attribution/early-move.ts";
import { shownValue } from "#core/attribution/shown-value.ts";
import { type ForecastKind, forecastKindOf } from "#core/forecast/forecast-kind.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Db } from "#db/client.ts";
import { crowdStatements, peopleStatements, type Sayer } from "./load-statements.ts";
import type { TopicQuestion } from "./open-questions.ts";
import type { MovedQuestion } from "./output.ts";

/** How long after a report the crowd's move is put down to it. */
export const AFTER_MS = 3 * DAY_MS;
const MAX_MOVERS = 8;
const MAX_EARLY = 5;

/** Everything that one report moved on one question, as far as it is known by `now`; null where no crowd stood. */
export async function moveOfQuestion(
  db: Db,
  { question, reportedAt, now }: { question: TopicQuestion; reportedAt: number; now: number },
): Promise<MovedQuestion | null> {
  const until = Math.min(reportedAt + AFTER_MS, now);
  const spanned = { questionId: question.id, until: new Date(until) };
  const crowd = await crowdStatements(db, { ...spanned, from: new Date(reportedAt - EARLY_WINDOW_MS) });
  const [before, after] = [activeBefore(crowd, reportedAt), activeBefore(crowd, until)];
  if (!before || !after) return null;
  const people = await peopleStatements(db, { ...spanned, from: new Date(reportedAt - EARLY_WINDOW_MS) });
  const kind = forecastKindOf(question.type);
  const { option, change } = crowdMove(kind, before, after);
  const saidBy = (stated: readonly number[] | null) => (stated ? shownValue(kind, stated, option) : null);
  const valueAt = (said: readonly SaidFrom[], at: number) => (at > now ? null : saidBy(activeBefore(said, at)));
  const movers = moversOf(people, (said, afterMs) => valueAt(said, reportedAt + afterMs));
  const { slug, title, type, range } = question;
  return {
    slug,
    title,
    type,
    range,
    option: question.options[option] ?? null,
    before: valueAt(crowd, reportedAt),
    dayLater: valueAt(crowd, reportedAt + DAY_MS),
    threeDaysLater: valueAt(crowd, reportedAt + AFTER_MS),
    change,
    crowd: crowd.map(({ at, probabilities }) => ({ at, value: saidBy(probabilities) })),
    movers: movers.slice(0, MAX_MOVERS),
    moverCount: movers.length,
    early: earlyAmong(people, { kind, crowd, after, reportedAt }).slice(0, MAX_EARLY),
  };
}

/** Who says something else a day after the report than a day before it, the furthest first. */
function moversOf(people: readonly Sayer[], valueAt: (acts: readonly SaidFrom[], afterMs: number) => number | null) {
  const told = people.map(({ acts, ...person }) => ({
    ...person,
    dayBefore: valueAt(acts, -DAY_MS),
    before: valueAt(acts, 0),
    dayLater: valueAt(acts, DAY_MS),
  }));
  type Told = (typeof told)[number];
  const now = ({ before, dayLater }: Told) => dayLater ?? before;
  const moved = (row: Told) => Math.abs((now(row) ?? 0) - (row.dayBefore ?? row.before ?? now(row) ?? 0));
  return told
    .filter((row) => row.dayBefore !== now(row) && now(row) !== null)
    .sort((a, b) => moved(b) - moved(a) || (a.name < b.name ? -1 : 1));
}

/** Who had moved where the crowd went, the largest advantage first. */
export function earlyAmong(
  people: readonly Sayer[],
  told: { kind: ForecastKind; crowd: readonly SaidFrom[]; after: readonly number[]; reportedAt: number },
): MovedQuestion["early"] {
  return people
    .flatMap(({ acts, ...person }) => {
      const move = earlyMove({ acts, ...told });
      return move ? [{ ...person, ...move, movedAt: new Date(move.movedAt) }] : [];
    })
    .sort((a, b) => b.advantage - a.advantage || (a.name < b.name ? -1 : 1));
}
