import type { Metadata } from "next";
import { PageHeader } from "#app/_components/page-header.tsx";
import { api } from "#app/_trpc/server.ts";
import { GROUP_WORDS } from "./_components/group-words.ts";
import { MethodGroup } from "./_components/method-group.tsx";

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
