import { Notice } from "#app/_components/notice.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { api } from "#app/_trpc/server.ts";

const WORDS = {
  draft: {
    lack: "otherPublishers",
    title: "Nobody here can publish it for you",
    body: "People who wrote part of a question cannot publish it, and there is no other moderator or admin.",
    solo: "You may publish what you write yourself. The record will say that one person did both, and that nobody else checked it.",
  },
  answer: {
    lack: "otherAdmins",
    title: "Nobody here can approve it for you",
    body: "An answer that you propose, or that rests on what you alone recorded, takes another admin's approval, and there is no other admin.",
    solo: "You may approve what you proposed or recorded yourself. The record will say that one person did both.",
  },
} as const;

/** Says, before somebody begins, what they cannot finish alone here, and what to do about it. Nothing where there are others. */
export const AloneNotice = part(async ({ kind }: { kind: keyof typeof WORDS }) => {
  const company = await (await api()).user.company();
  const { lack, title, body, solo } = WORDS[kind];
  if (company[lack] > 0) return null;
  if (company.isSolo) return <Notice title="Solo mode">{solo}</Notice>;
  return (
    <Notice tone="warning" title={title}>
      {body}{" "}
      <PageLink href="/admin/people" className="link">
        Give somebody the role
      </PageLink>
      , or{" "}
      <PageLink href="/admin/settings" className="link">
        switch on solo mode
      </PageLink>
      : then you may do both yourself, and the record says so.
    </Notice>
  );
});
