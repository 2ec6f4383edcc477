"use client";

import { Button } from "#app/_components/button.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import { GroupHead } from "./group-head.tsx";
import { emptyCondition, type GroupForm, groupOf, type RulePart } from "./rule-form.ts";

const DEEPEST = 3;

interface Props {
  readonly group: GroupForm;
  readonly onChange: (group: GroupForm) => void;
  readonly level?: number;
}

/** A group of conditions, and of groups: all of them, at least one, or one after the other. */
export function RuleEditor({ group, onChange, level = 1 }: Props) {
  const { parts } = group;
  const setParts = (next: readonly RulePart[]) => onChange({ ...group, parts: next });
  const replace = (part: RulePart) => setParts(parts.map((other) => (other.key === part.key ? part : other)));
  return (
    <div className="space-y-4">
      {parts.length > 1 || group.isNegated || level > 1 ? <GroupHead group={group} onChange={onChange} /> : null}
      <ol className="space-y-4">
        {parts.map((part, place) => (
          <li key={part.key} className="rounded-md border border-hairline bg-raised p-4">
            <div className="mb-3 flex items-center justify-between gap-4">
              <h3 className="text-sm font-semibold">{nameOf(part, place, parts.length)}</h3>
              {parts.length > 1 || level > 1 ? (
                <Button tone="quiet" size="small" onClick={() => setParts(parts.filter(({ key }) => key !== part.key))}>
                  Remove<span className="sr-only"> {nameOf(part, place, parts.length).toLowerCase()}</span>
                </Button>
              ) : null}
            </div>
            {part.kind === "condition" ? (
              <ConditionEditor condition={part} onChange={replace} />
            ) : (
              <RuleEditor group={part} onChange={replace} level={level + 1} />
            )}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button tone="secondary" size="small" onClick={() => setParts([...parts, emptyCondition()])}>
          Add a condition
        </Button>
        {level < DEEPEST ? (
          <Button
            tone="quiet"
            size="small"
            onClick={() => setParts([...parts, groupOf([emptyCondition(), emptyCondition()], "any")])}
          >
            Add a group
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function nameOf(part: RulePart, place: number, count: number): string {
  const kind = part.kind === "condition" ? "Condition" : "Group";
  return count > 1 ? `${kind} ${place + 1}` : kind;
}
