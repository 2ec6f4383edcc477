import type { Metadata } from "next";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { api } from "#app/_trpc/server.ts";
import { GROUP_WORDS } from "./_components/group-words.ts";
import { Method } from "./_components/method.tsx";
import type { MethodGroupView } from "./_components/method-view.ts";

export const metadata: Metadata = {
  title: "Methodology",
  description: "Every formula that scores, aggregates, calibrates, ranks or prices here, as the code itself states it.",
};

export default async function MethodologyPage() {
  const groups = await (await api()).methodology.list();
  return (
    <div className="max-w-column">
      <PageHeader
        title="Methodology"
        lead="Every formula that is used here, taken from the code that computes it. The examples are run by the tests: the value after each arrow is what the code gives."
      />
      <nav aria-label="Parts" className="mb-8">
        <ul className="flex flex-wrap gap-x-5 text-sm">
          {groups.map(({ id, methods }) => (
            <li key={id}>
              <a href={`#${id}`} className="link inline-flex min-h-8 items-center">
                {GROUP_WORDS[id].title} ({methods.length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map((group) => (
        <MethodGroup key={group.id} group={group} />
      ))}
    </div>
  );
}

/** One part: the formulas that are mathematics first, the others and those only compared with behind a press. */
function MethodGroup({ group: { id, methods } }: { group: MethodGroupView }) {
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
