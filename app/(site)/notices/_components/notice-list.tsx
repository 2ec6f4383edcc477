import type { inferRouterOutputs } from "@trpc/server";
import { Badge } from "#app/_components/badge.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { ItemList, ListItem } from "#app/_components/item-list.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { AppRouter } from "#server/api/root.ts";
import { noticeWords } from "#server/messages/notice-words.ts";

type NoticeView = inferRouterOutputs<AppRouter>["notice"]["list"]["items"][number];

/** What a person was notified of, the newest first; what they have not seen before is marked. */
export function NoticeList({ notices, now }: { notices: readonly NoticeView[]; now: number }) {
  return (
    <ItemList>
      {notices.map(({ id, createdAt, isNew, ...notice }) => {
        const { title, body, href } = noticeWords(notice);
        return (
          <ListItem
            key={id}
            title={
              <PageLink href={href} className="link">
                {title}
              </PageLink>
            }
            meta={
              <>
                {isNew ? <Badge tone="accent">New</Badge> : null}
                <Instant at={createdAt.getTime()} now={now} />
              </>
            }
          >
            {body ? <p className="max-w-measure text-sm whitespace-pre-line text-soft">{body}</p> : null}
          </ListItem>
        );
      })}
    </ItemList>
  );
}
