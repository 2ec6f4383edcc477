import { PageLink } from "#app/_components/page-link.tsx";
import type { QuestionEventView } from "#app/_questions/question-view.ts";
import type { Missing, TraceNode } from "#core/criteria/evaluation.ts";

const states = {
  true: { sign: "✓", words: "Met", tone: "text-success" },
  false: { sign: "✕", words: "Not met", tone: "text-no" },
  pending: { sign: "◔", words: "Waiting", tone: "text-pending" },
} as const;

const groups: Partial<Record<TraceNode["kind"], string>> = {
  all: "All of these",
  any: "At least one of these",
  not: "That this does not happen",
  sequence: "These, in this order",
};

/** What a pending condition waits for, by the kind of what is missing. */
const WAITS: Record<Missing["kind"], string> = {
  events: "events",
  sources: "more sources",
  dispute: "a dispute to be settled",
  precision: "a closer date",
  settlement_lag: "late reports",
  coverage: "coverage to be signed",
  decision: "a moderator to decide",
};

interface ConditionProps {
  readonly node: TraceNode;
  readonly events: ReadonlyMap<string, QuestionEventView>;
  readonly labels: ReadonlyMap<string, string>;
}

/** One condition of the rule: whether it is met and by which event, or what it waits for. */
export function Condition({ node, events, labels }: ConditionProps) {
  const { sign, words, tone } = states[node.value];
  const [only] = node.children;
  // An option whose rule is one condition: the two are told as one.
  const isPlainOption = node.kind === "option" && node.children.length === 1 && only?.children.length === 0;
  const isGroup = node.children.length > 0;
  const title = node.optionId
    ? (labels.get(node.optionId) ?? node.optionId)
    : (groups[node.kind] ?? sentence(node.clause));
  return (
    <li className="grid grid-cols-[1.25rem_1fr] gap-x-2">
      <span aria-hidden="true" className={`text-center font-semibold ${tone}`}>
        {sign}
      </span>
      <div className="min-w-0">
        <p>
          <span className={isGroup ? "font-medium" : ""}>{title}</span>{" "}
          <span className={`text-sm font-medium whitespace-nowrap ${tone}`}>{words}</span>
        </p>
        {isPlainOption && only ? (
          <>
            <p className="text-sm">{sentence(only.clause)}</p>
            <Reasons node={only} events={events} />
          </>
        ) : isGroup ? (
          <ul className="mt-2 space-y-2.5">
            {node.children.map((child) => (
              <Condition
                key={`${child.kind} ${child.optionId ?? ""} ${child.clause}`}
                {...{ node: child, events, labels }}
              />
            ))}
          </ul>
        ) : (
          <Reasons node={node} events={events} />
        )}
      </div>
    </li>
  );
}

function Reasons({ node, events }: { node: TraceNode; events: ReadonlyMap<string, QuestionEventView> }) {
  const known = node.eventIds.flatMap((id) => events.get(id) ?? []);
  const waits = node.value === "pending" ? node.missing : [];
  return (
    <div className="mt-0.5 space-y-1 text-sm text-soft">
      {waits.length === 0 ? <p>{node.why}</p> : null}
      {known.map((event) => (
        <p key={event.id}>
          {node.value === "true" ? "By " : "So far: "}
          <PageLink href={`/events/${event.id}`} className="link">
            {event.headline}
          </PageLink>
        </p>
      ))}
      {waits.map((missing) => (
        <p key={`${missing.kind} ${missing.text}`}>
          <span className="font-medium text-pending">Waits for {WAITS[missing.kind]}:</span> {missing.text}
          {"eventId" in missing ? (
            <>
              {" "}
              <PageLink href={`/events/${missing.eventId}`} className="link whitespace-nowrap">
                The event
              </PageLink>
            </>
          ) : null}
        </p>
      ))}
    </div>
  );
}

function sentence(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
