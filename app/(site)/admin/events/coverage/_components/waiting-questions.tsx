import Link from "next/link";
import { Instant } from "#app/_components/instant.tsx";
import { ItemList, ListItem } from "#app/_components/item-list.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Section } from "#app/_components/section.tsx";
import { scopeText } from "#app/_events/scope-text.ts";
import { scopeHref } from "./scope-params.ts";

interface WaitingQuestionsProps {
  readonly waiting: readonly {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly deadlineAt: Date;
    readonly topic: { readonly slug: string; readonly title: string };
    readonly needs: readonly {
      readonly text: string;
      readonly types: readonly string[];
      readonly actors: readonly string[];
      readonly coversFrom: Date;
      readonly coversUntil: Date;
    }[];
  }[];
}

/** The questions of every topic that only a signature keeps from their answer, each with what is to be signed. */
export function WaitingQuestions({ waiting }: WaitingQuestionsProps) {
  return (
    <Section
      title="Questions waiting for it"
      lead="Their windows are over, and nothing in the log answered them. Search what is missing; sign once you have found nothing more."
    >
      {waiting.length === 0 ? (
        <p className="text-sm text-soft">No question waits for a signature.</p>
      ) : (
        <ItemList>
          {waiting.map(({ id, slug, title, topic, deadlineAt, needs }) => (
            <ListItem
              key={id}
              title={
                <PageLink href={`/questions/${slug}`} className="title-link">
                  {title}
                </PageLink>
              }
              meta={
                <>
                  <span>{topic.title}</span>
                  <span>
                    window over since <Instant at={deadlineAt.getTime()} form="absolute" />
                  </span>
                </>
              }
            >
              <ul className="space-y-1 text-sm">
                {needs.map((need) => (
                  <li key={need.text} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                    <span>
                      {scopeText(need)}, <Instant at={need.coversFrom.getTime()} form="absolute" /> –{" "}
                      <Instant at={need.coversUntil.getTime()} form="absolute" />
                    </span>
                    <Link href={scopeHref(topic.slug, need)} className="link">
                      Fill the form with this
                    </Link>
                  </li>
                ))}
              </ul>
            </ListItem>
          ))}
        </ItemList>
      )}
    </Section>
  );
}
