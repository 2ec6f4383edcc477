import { accountIdOf } from "#core/actor.ts";
import type { Match } from "#core/criteria/criteria.ts";
import { eventFits } from "#core/criteria/match-conditions.ts";
import { matchPhrase } from "#core/criteria/match-phrase.ts";
import { DomainError } from "#core/errors.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { eventCounts } from "#core/signal/event-counts.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Db } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { eventsByIds } from "#services/event/events-by-ids.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { type LogNaming, logNaming } from "#services/event-log/log-naming.ts";
import { loadTopic } from "#services/topic/load-topic.ts";
import type { SignalByIdInput, SignalListInput } from "./input.ts";
import { type CurrentSignal, loadSignals } from "./load-signals.ts";
import type { SignalListItem, SignalView } from "./output.ts";

const RECENT_MS = 30 * DAY_MS;
const PARTS = 26;
const MAX_EVENTS = 200;

/** The events that a match fits, as the log was known at an instant; disputed and retracted ones do not count. */
async function matching(db: Db, topicId: string, match: Match, asOf: Date | undefined): Promise<LoggedEvent[]> {
  const [must] = match.actors?.all ?? [];
  const actors = must ? [must] : (match.actors?.any ?? []);
  const near = await loadLog(db, { topicId, asOf, types: match.types, actors });
  return near.filter((event) => event.status === "reported" && eventFits(match, event));
}

interface Sight {
  readonly signal: CurrentSignal;
  readonly events: readonly LoggedEvent[];
}

function listItem({ signal, events }: Sight, span: { from: number; until: number }, told: Told): SignalListItem {
  const { id, number, name, note, match, isRetired } = signal;
  const times = events.map(({ occurredFrom }) => occurredFrom);
  const last = events.at(-1);
  return {
    id,
    number,
    name,
    note,
    phrase: told.named(matchPhrase(match, "many")),
    isRetired,
    count: events.length,
    recent: times.filter((at) => at > span.until - RECENT_MS).length,
    last: last
      ? {
          id: last.id,
          headline: last.headline,
          occurredFrom: new Date(last.occurredFrom),
          occurredUntil: new Date(last.occurredUntil),
          precision: last.precision,
        }
      : null,
    counts: eventCounts(times, span, PARTS),
    spanFrom: new Date(span.from),
    spanUntil: new Date(span.until),
    isFollowed: told.followed.has(id),
  };
}

interface Told {
  readonly followed: ReadonlySet<string>;
  readonly named: LogNaming;
}

async function told(ctx: ServiceContext, signals: readonly CurrentSignal[]): Promise<Told> {
  const named = await logNaming(ctx.db);
  const personId = accountIdOf(ctx.actor);
  if (personId === null) return { followed: new Set(), named };
  const rows = await ctx.db.follow.findMany({
    where: { personId, signalId: { in: signals.map(({ id }) => id) } },
    select: { signalId: true },
  });
  return { followed: new Set(rows.flatMap(({ signalId }) => signalId ?? [])), named };
}

/** One axis for all of them, from the first match of any until the instant that is asked for. */
function spanOf(sights: readonly Sight[], until: number) {
  const from = Math.min(until - RECENT_MS, ...sights.flatMap(({ events }) => events[0]?.occurredFrom ?? []));
  return { from, until };
}

/** The signals of a topic with what they found in its log, as known at an instant. */
export async function listSignals(ctx: ServiceContext, input: SignalListInput): Promise<SignalListItem[]> {
  const { topicId, asOf, withRetired } = input;
  const signals = (await loadSignals(ctx.db, { topicId, asOf })).filter(({ isRetired }) => withRetired || !isRetired);
  const sights = await Promise.all(
    signals.map(async (signal) => ({ signal, events: await matching(ctx.db, topicId, signal.match, asOf) })),
  );
  const span = spanOf(sights, (asOf ?? ctx.now).getTime());
  const known = await told(ctx, signals);
  return sights.map((sight) => listItem(sight, span, known));
}

/** One signal with the events that fit it, as known at an instant, and everything that it ever looked for. */
export async function signalById(ctx: ServiceContext, { signalId, asOf }: SignalByIdInput): Promise<SignalView> {
  const [signal] = await loadSignals(ctx.db, { signalId, asOf });
  if (!signal) throw new DomainError("subject_must_exist", { kind: "signal_by_then" });
  const { topicId, match } = signal;
  const events = await matching(ctx.db, topicId, match, asOf);
  const known = await told(ctx, [signal]);
  const sight = { signal, events };
  const shown = events.slice(-MAX_EVENTS).map(({ id }) => id);
  const versions = await ctx.db.signalVersion.findMany({
    where: { signalId, ...(asOf ? { madeAt: { lte: asOf } } : {}) },
    orderBy: { number: "desc" },
    include: { madeBy: { select: { name: true } } },
  });
  return {
    ...listItem(sight, spanOf([sight], (asOf ?? ctx.now).getTime()), known),
    topic: await loadTopic(ctx.db, topicId),
    match,
    events: await eventsByIds(ctx, shown, asOf),
    versions: versions.map(({ match: then, madeBy, signalId: _, madeById: __, ...version }) => ({
      ...version,
      phrase: known.named(matchPhrase(then as unknown as Match, "many")),
      madeByName: madeBy.name,
    })),
  };
}
