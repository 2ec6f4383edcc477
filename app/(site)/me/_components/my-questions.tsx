import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { ItemList } from "#app/_components/item-list.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import type { MineView } from "#app/_forecasts/forecast-view.ts";
import { api } from "#app/_trpc/server.ts";
import { MyForecast } from "./my-forecast.tsx";

/** What stands, by what comes next. */
export const MyQuestions = part(async () => {
  const { closingSoon, active, unscored, askedAt } = await (await api()).forecast.mine();
  const now = askedAt.getTime();
  if (closingSoon.length + active.length + unscored.length === 0) {
    return (
      <EmptyState
        title="You have no active forecast"
        action={<ButtonLink href="/questions">See what is open</ButtonLink>}
      >
        Put a probability on a question, and it appears here until it is scored.
      </EmptyState>
    );
  }
  return (
    <>
      <Group
        title="Closing soon"
        lead="Within seven days: the last chance to say something else."
        rows={closingSoon}
        now={now}
      />
      <Group title="Active" lead="Open questions on which your forecast counts every day." rows={active} now={now} />
      <Group
        title="Waiting for an answer"
        lead="Closed: scored once the answer is approved."
        rows={unscored}
        now={now}
      />
    </>
  );
});

interface GroupProps {
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly MineView[];
  readonly now: number;
}

function Group({ title, lead, rows, now }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <Section title={title} lead={lead}>
      <ItemList>
        {rows.map((row) => (
          <MyForecast key={row.question.id} row={row} now={now} />
        ))}
      </ItemList>
    </Section>
  );
}
