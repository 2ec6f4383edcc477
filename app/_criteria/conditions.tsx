import type { QuestionEventView } from "#app/_questions/question-view.ts";
import type { TraceNode } from "#core/criteria/evaluation.ts";
import { Condition } from "./condition.tsx";

interface Props {
  readonly trace: TraceNode;
  readonly events: readonly QuestionEventView[];
  /** What the options are called, by the ids that the rule has for them. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Every condition of a rule with its state: met by which event, or waiting for what. */
export function Conditions({ trace, events, labels }: Props) {
  const byId = new Map(events.map((event) => [event.id, event]));
  const nodes = trace.kind === "choice" ? trace.children : [trace];
  return (
    <ul className="space-y-3">
      {nodes.map((node, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two conditions of a rule may be the same in every word
        <Condition key={place} node={node} events={byId} labels={labels} />
      ))}
    </ul>
  );
}
