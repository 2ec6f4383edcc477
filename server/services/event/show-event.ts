import { DomainError } from "#core/errors.ts";
import { eventStatus } from "#core/event/event-status.ts";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import type { Db } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { visibleEvents, visibleQuestions } from "#services/visibility.ts";
import type { EventByIdInput } from "./input.ts";
import { mergedInto, takenIn } from "./merged-duplicates.ts";
import type { EventRevisionView, EventView } from "./output.ts";

const wholeRevision = {
  actors: { orderBy: { position: "asc" }, select: { code: true, role: true } },
  sources: { orderBy: { position: "asc" }, omit: { revisionId: true, position: true } },
  recordedBy: { select: { name: true } },
  merge: { select: { intoEventId: true } },
} as const satisfies Prisma.EventRevisionInclude;

type RevisionRow = Prisma.EventRevisionGetPayload<{ include: typeof wholeRevision }>;

/** One event, with everything ever recorded of it by an instant, and the answers that rest on it. */
export async function eventById(ctx: ServiceContext, { eventId, asOf }: EventByIdInput): Promise<EventView> {
  const event = await ctx.db.event.findFirst({
    where: { id: eventId, ...visibleEvents(ctx) },
    select: {
      id: true,
      topic: { select: { id: true, slug: true, title: true, isFictional: true } },
      revisions: { orderBy: { number: "desc" }, include: wholeRevision },
    },
  });
  if (!event) throw new DomainError("subject_must_exist", { kind: "event" });
  const known = event.revisions.filter(({ recordedAt }) => !asOf || recordedAt <= asOf);
  if (known.length === 0) throw new DomainError("subject_must_exist", { kind: "event_by_then" });
  const names = await actorNames(ctx.db, known);
  return {
    id: event.id,
    topic: event.topic,
    revisions: known.map((row) => revisionView(row, names)),
    answers: await answersOn(ctx, eventId, asOf),
    mergedInto: await mergedInto(ctx, known[0]?.merge?.intoEventId, asOf),
    takenIn: await takenIn(ctx.db, eventId, asOf),
    isLatest: known.length === event.revisions.length,
  };
}

async function actorNames(db: Db, rows: readonly RevisionRow[]): Promise<ReadonlyMap<string, string>> {
  const codes = rows.flatMap(({ actors }) => actors.map(({ code }) => code));
  const actors = await db.actor.findMany({ where: { code: { in: codes } } });
  return new Map(actors.map(({ code, name }) => [code, name]));
}

function revisionView(row: RevisionRow, names: ReadonlyMap<string, string>): EventRevisionView {
  const {
    eventId: _,
    recordedById: __,
    recordedBy,
    merge: ___,
    status,
    magnitude,
    magnitudeUnit,
    actors,
    sources,
    ...rest
  } = row;
  const recordedStatus = status as EventRevisionView["recordedStatus"];
  return {
    ...rest,
    precision: row.precision as EventRevisionView["precision"],
    magnitude: magnitude === null ? null : { value: magnitude, unit: magnitudeUnit ?? "" },
    recordedStatus,
    status: eventStatus({ status: recordedStatus, sources }),
    recordedByName: recordedBy.name,
    actors: actors.map(({ code, role }) => ({
      code,
      name: names.get(code) ?? code,
      role: role as EventRevisionView["actors"][number]["role"],
    })),
    sources: sources as EventRevisionView["sources"],
  };
}

async function answersOn(ctx: ServiceContext, eventId: string, asOf: Date | undefined): Promise<EventView["answers"]> {
  const rows = await ctx.db.resolution.findMany({
    where: {
      evidence: { some: { eventId } },
      question: visibleQuestions(ctx),
      ...(asOf ? { proposedAt: { lte: asOf } } : {}),
    },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: 50,
    select: {
      version: true,
      outcome: true,
      proposedAt: true,
      final: { select: { finalAt: true } },
      decision: { select: { kind: true, decidedAt: true } },
      question: { select: { id: true, slug: true, title: true, options: { select: { id: true, label: true } } } },
    },
  });
  return rows.map(({ question: { options, ...question }, final, decision, outcome, version, proposedAt }) => ({
    question,
    version,
    outcomeLabel: outcomeLabel(outcome, options),
    state: isBy(final?.finalAt, asOf) ? "final" : isBy(decision?.decidedAt, asOf) ? "past" : "proposed",
    proposedAt,
  }));
}

/** Whether something has happened, by an instant when one is asked for. */
function isBy(at: Date | undefined, asOf: Date | undefined): boolean {
  return at !== undefined && (asOf === undefined || at <= asOf);
}
