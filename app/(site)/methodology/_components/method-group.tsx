import { Disclosure } from "#app/_components/disclosure.tsx";
import { Section } from "#app/_components/section.tsx";
import { GROUP_WORDS } from "./group-words.ts";
import { Method } from "./method.tsx";
import type { MethodGroupView } from "./method-view.ts";

/** One part: the formulas that are mathematics first, the others and those only compared with behind a press. */
export function MethodGroup({ group: { id, methods } }: { group: MethodGroupView }) {
  const main = methods.filter(({ tex }) => tex !== null);
  const rest = methods.filter(({ tex }) => tex === null);
  return (
    <Section id={id} title={GROUP_WORDS[id].title} lead={GROUP_WORDS[id].lead}>
      <div className="space-y-8">
        {main.map((method) => (
          <Method key={method.name} method={method} />
        ))}
        {rest.length === 0 ? null : (
          <Disclosure summary={`${rest.length} more formulas`}>
            <div className="space-y-8 pt-2 text-base">
              {rest.map((method) => (
                <Method key={method.name} method={method} />
              ))}
            </div>
          </Disclosure>
        )}
      </div>
    </Section>
  );
}
