import type { Evaluation, TraceNode } from "#core/criteria/evaluation.ts";

const marks = { true: "✓", false: "×", pending: "…" } as const;
const words = { true: "met", false: "not met", pending: "waiting" } as const;
const tones = { true: "text-yes", false: "text-no", pending: "text-pending" } as const;

function Node({ node }: { node: TraceNode }) {
  return (
    <li className="text-sm">
      <p className="flex gap-2">
        <span aria-hidden="true" className={`w-4 shrink-0 text-center font-semibold ${tones[node.value]}`}>
          {marks[node.value]}
        </span>
        <span>
          {node.clause} <span className={`font-medium ${tones[node.value]}`}>({words[node.value]})</span>
          <span className="block text-soft">{node.why}</span>
        </span>
      </p>
      {node.children.length > 0 ? <TraceChildren nodes={node.children} /> : null}
    </li>
  );
}

function TraceChildren({ nodes }: { nodes: readonly TraceNode[] }) {
  return (
    <ul className="mt-2 ml-2 space-y-2 border-l border-hairline pl-3">
      {nodes.map((node) => (
        <Node key={`${node.kind} ${node.optionId ?? ""} ${node.clause}`} node={node} />
      ))}
    </ul>
  );
}

/** How the engine read the log: each condition, its value, and why. */
export function TraceTree({ trace }: { trace: unknown }) {
  const root = (trace as Evaluation | null)?.trace;
  if (!root) return null;
  return (
    <ul>
      <Node node={root} />
    </ul>
  );
}
