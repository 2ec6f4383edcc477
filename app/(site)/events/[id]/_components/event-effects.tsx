import { EarlyExplained } from "#app/_attribution/early-explained.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { api } from "#app/_trpc/server.ts";
import { countText } from "#core/text/count-text.ts";
import { MovedQuestion } from "./moved-question.tsx";

/** What the event moved: the crowd and the forecasters of each open question, before and after its first report. */
export const EventEffects = part(async ({ eventId, asOf }: { eventId: string; asOf: Date | undefined }) => {
  const effects = await (await api()).attribution.ofEvent({ eventId, ...(asOf ? { asOf } : {}) });
  const { reportedAt, askedAt, questions, unmoved, hidden } = effects;
  if (!reportedAt) return null;
  const rest = [
    unmoved > 0 ? `${countText(unmoved, "other open question")} did not move.` : "",
    hidden > 0 ? `${countText(hidden, "question")} not told: the crowd is hidden still.` : "",
  ].filter(Boolean);
  return (
    <Section
      title="What it moved"
      lead={
        <>
          The crowd on this topic’s open questions around the first report,{" "}
          <Instant at={reportedAt.getTime()} form="absolute" />. What moved after it need not have moved because of it.
        </>
      }
    >
      {questions.length === 0 ? (
        <p className="text-sm text-soft">No open question of this topic moved in the three days after the report.</p>
      ) : (
        <ul className="divide-y divide-hairline border-y border-hairline">
          {questions.map((question) => (
            <MovedQuestion
              key={question.slug}
              question={question}
              reportedAt={reportedAt.getTime()}
              now={askedAt.getTime()}
            />
          ))}
        </ul>
      )}
      {rest.length > 0 ? <p className="mt-2 text-sm text-soft">{rest.join(" ")}</p> : null}
      {questions.some(({ early }) => early.length > 0) ? <EarlyExplained /> : null}
    </Section>
  );
});
