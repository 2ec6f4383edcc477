import type { ReactNode } from "react";
import { signedText } from "#app/_components/number-text.ts";
import { UserName } from "#app/_components/user-name.tsx";

interface EarlyPerson {
  readonly name: string;
  readonly isBot: boolean;
  readonly isSimulated: boolean;
  /** Points of a log score. */
  readonly advantage: number;
}

interface EarlyListProps<Person extends EarlyPerson> {
  readonly people: readonly Person[];
  /** How they went there, and when. */
  readonly how: (person: Person) => ReactNode;
}

/** Who had moved before the report, the largest advantage first, with how and by how much. */
export function EarlyList<Person extends EarlyPerson>({ people, how }: EarlyListProps<Person>) {
  return (
    <ol className="divide-y divide-hairline text-sm">
      {people.map((person) => (
        <li key={person.name} className="flex items-start justify-between gap-4 py-2">
          <div className="min-w-0">
            <UserName {...person} href={`/users/${encodeURIComponent(person.name)}`} />
            <p className="text-soft">{how(person)}</p>
          </div>
          <p className="shrink-0 font-semibold">{signedText(person.advantage)}</p>
        </li>
      ))}
    </ol>
  );
}
