import { Instant } from "#app/_components/instant.tsx";
import { Section } from "#app/_components/section.tsx";
import type { SignalView } from "#app/_signals/signal-view.ts";

/** Everything that the signal ever looked for. */
export function SignalVersions({ versions }: { versions: SignalView["versions"] }) {
  return (
    <Section title="History" lead="What it looked for, the latest first. No version is ever altered.">
      <ol reversed className="divide-y divide-hairline border-y border-hairline text-sm">
        {versions.map(({ number, name, phrase, note, isRetired, madeAt, madeByName }) => (
          <li key={number} className="space-y-1 py-3">
            <p>
              <span className="font-semibold">
                Version {number}
                {isRetired ? ", retired" : ""}
              </span>{" "}
              <span className="text-soft">
                by {madeByName}, <Instant at={madeAt.getTime()} form="absolute" />
              </span>
            </p>
            <p>
              {name}: {phrase}
            </p>
            {note ? <p className="text-soft">{note}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
