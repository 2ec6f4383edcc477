import { type BoardParams, whichBoard } from "#app/_boards/board-params.ts";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { part } from "#app/_components/part.tsx";
import { Select } from "#app/_components/select.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { REFERENCES } from "#core/aggregation/reference-methods.ts";

const OFFERED = 100;

interface Props {
  readonly params: BoardParams;
  readonly one: string;
  readonly other: string;
}

/** Which two: from the head of the board, or the crowd and the other references. A plain form whose answer is an address. */
export const PairChoice = part(async ({ params, one, other }: Props) => {
  const { items, viewer } = await orNotFound((await api()).board.read({ ...whichBoard(params), limit: OFFERED }));
  const chosen = [one, other, viewer?.isBot === params.bots ? viewer.name : ""];
  const names = [...new Set([...items.map(({ name }) => name), ...chosen])].filter((name) => name && name[0] !== "~");
  const [first = "", second = ""] = names;
  return (
    <form action="/leaderboard/compare" className="mb-8 grid gap-4 sm:flex sm:flex-wrap sm:items-end">
      {params.board === "all" ? null : <input type="hidden" name="board" value={params.board} />}
      {params.bots ? <input type="hidden" name="who" value="bots" /> : null}
      <Choice key={`1 ${one}`} label="First" name="one" names={names} value={one || first} />
      <Choice key={`2 ${other}`} label="Second" name="other" names={names} value={other || second || "~crowd"} />
      <Button type="submit">Compare</Button>
    </form>
  );
});

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly value: string;
}

function Choice({ label, name, names, value }: ChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} name={name} defaultValue={value} className="w-full sm:w-64">
          <optgroup label="Forecasters">
            {names.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </optgroup>
          <optgroup label="References">
            {REFERENCES.map((reference) => (
              <option key={reference.method} value={`~${reference.method}`}>
                {reference.label}
              </option>
            ))}
          </optgroup>
        </Select>
      )}
    </Field>
  );
}
