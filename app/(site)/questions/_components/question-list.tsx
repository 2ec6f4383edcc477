import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { ItemList } from "#app/_components/item-list.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { part } from "#app/_components/part.tsx";
import { QuestionItem } from "#app/_questions/question-item.tsx";
import { api } from "#app/_trpc/server.ts";
import { type ListParams, listHref } from "./list-params.ts";

/** One page of the list. */
export const QuestionList = part(async ({ params }: { params: ListParams }) => {
  const { status, sort, topic, search, cursor } = params;
  const page = await (await api()).question.list({
    status,
    search,
    ...(sort ? { sort } : {}),
    ...(topic ? { topic } : {}),
    ...(cursor ? { cursor } : {}),
  });
  const now = Date.now();
  if (page.items.length === 0) return <NothingFound params={params} />;
  return (
    <>
      <ItemList>
        {page.items.map((question) => (
          <QuestionItem key={question.id} question={question} now={now} showsTopic={!topic} />
        ))}
      </ItemList>
      <OlderLink href={page.nextCursor ? listHref({ ...params, cursor: page.nextCursor }) : undefined}>
        More questions
      </OlderLink>
    </>
  );
});

function NothingFound({ params }: { params: ListParams }) {
  const { search, topic, status } = params;
  const isNarrowed = search !== "" || topic !== undefined;
  if (!isNarrowed && status === "open") {
    return (
      <EmptyState
        title="No question is open now"
        action={<ButtonLink href="/questions?status=all">All questions</ButtonLink>}
      >
        When moderators publish one, it appears here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={search ? `No question matches “${search}” here` : "There is no question here"}
      action={
        <ButtonLink
          href={isNarrowed ? listHref({ ...params, search: "", topic: undefined, status: "all" }) : "/questions"}
        >
          {isNarrowed ? "All questions" : "Open questions"}
        </ButtonLink>
      }
    >
      Try fewer words, another topic, or every status.
    </EmptyState>
  );
}
