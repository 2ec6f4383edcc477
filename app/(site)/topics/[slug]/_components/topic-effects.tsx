import { EarlyExplained } from "#app/_attribution/early-explained.tsx";
import { EarlyList } from "#app/_attribution/early-list.tsx";
import { ShownChange } from "#app/_attribution/shown-change.tsx";
import { shownValueText } from "#app/_attribution/shown-value-text.ts";
import { Instant } from "#app/_components/instant.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { spanText } from "#app/_components/relative-text.ts";
import { Section } from "#app/_components/section.tsx";
import { asOfQuery } from "#app/_events/as-of.ts";
import { api } from "#app/_trpc/server.ts";
import { countText } from "#core/text/count-text.ts";

/** The events after which the crowd went furthest, and who had gone there before they were reported. */
export const TopicEffects = part(async ({ slug, asOf }: { slug: string; asOf: Date | undefined }) => {
  const { events, early } = await (await api()).attribution.inTopic({ slug, ...(asOf ? { asOf } : {}) });
  if (events.length === 0) return null;
  return (
    <>
      <Section
        title="What moved the crowd"
        lead="The events after whose first report the crowd went furthest within three days, on the question where it did."
      >
        <ol className="divide-y divide-hairline border-y border-hairline">
          {events.map(({ id, headline, reportedAt, question, before, after }) => (
            <li key={id} className="flex items-start justify-between gap-4 py-3">
              <div className="min-w-0 space-y-0.5">
                <PageLink href={`/events/${id}${asOfQuery(asOf)}`} className="title-link leading-snug font-medium">
                  {headline}
                </PageLink>
                <p className="text-sm text-soft">
                  <Instant at={reportedAt.getTime()} form="day" /> · {question.title}
                  {question.option === null ? "" : ` ${question.option}`}
                </p>
              </div>
              <p className="max-w-1/2 shrink-0 text-right text-sm">
                <span className="block font-semibold whitespace-nowrap">
                  {shownValueText(question, before)} → {shownValueText(question, after)}
                </span>
                <ShownChange question={question} from={before} to={after} className="text-soft" />
              </p>
            </li>
          ))}
        </ol>
      </Section>
      {early.length === 0 ? null : (
        <Section
          title="Who was early"
          lead="Forecasters who had gone where the crowd then went, in the week before an event was reported."
        >
          <EarlyList
            people={early}
            how={({ moves, meanLeadMs }) =>
              `${countText(moves, "move")}, ${spanText(meanLeadMs)} before the report${moves > 1 ? " on average" : ""}`
            }
          />
          <EarlyExplained />
        </Section>
      )}
    </>
  );
});
