"use client";

import { Button } from "#app/_components/button.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import { GroupHead } from "./group-head.tsx";
import { emptyCondition, type GroupForm, groupOf, type RulePart } from "./rule-form.ts";

const DEEPEST = 3;

/** On a phone a part of a part is set off by a line alone, so that its fields keep their width. */
const BOX = {
  outer: "rounded-md border border-hairline bg-raised p-3 sm:p-4",
  inner: "border-l-2 border-hairline pl-3 sm:rounded-md sm:border sm:bg-sunken sm:p-4",
};

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
          <li key={part.key} className={BOX[level > 1 ? "inner" : "outer"]}>
            <div className="mb-3 flex items-center justify-between gap-4">
              <h3 className="text-sm font-semibold">{nameOf(part, place, parts.length)}</h3>
              {parts.length > 1 || level > 1 ? (
                <PartButtons
                  name={nameOf(part, place, parts.length).toLowerCase()}
                  onEarlier={place > 0 ? () => setParts(swapped(parts, place)) : undefined}
                  onRemove={() => setParts(parts.filter(({ key }) => key !== part.key))}
                />
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

interface PartButtonsProps {
  readonly name: string;
  /** The first part cannot go before another. */
  readonly onEarlier: (() => void) | undefined;
  readonly onRemove: () => void;
}

function PartButtons({ name, onEarlier, onRemove }: PartButtonsProps) {
  return (
    <div className="flex">
      {onEarlier ? (
        <Button tone="quiet" size="small" onClick={onEarlier}>
          Move up<span className="sr-only"> {name}</span>
        </Button>
      ) : null}
      <Button tone="quiet" size="small" onClick={onRemove}>
        Remove<span className="sr-only"> {name}</span>
      </Button>
    </div>
  );
}

/** The part at a place and the one before it, changed over. */
function swapped(parts: readonly RulePart[], place: number): RulePart[] {
  const [before, part] = [parts[place - 1], parts[place]];
  return before && part ? [...parts.slice(0, place - 1), part, before, ...parts.slice(place + 1)] : [...parts];
}

function nameOf(part: RulePart, place: number, count: number): string {
  const kind = part.kind === "condition" ? "Condition" : "Group";
  return count > 1 ? `${kind} ${place + 1}` : kind;
}
