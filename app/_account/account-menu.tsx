import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { shortCredits } from "#app/_market/credits-text.ts";
import { api } from "#app/_trpc/server.ts";
import { may } from "#core/permissions.ts";
import { SignInLink } from "./sign-in-link.tsx";
import { SignOutButton } from "./sign-out-button.tsx";

const item = "block px-4 py-2.5 text-sm hover:bg-sunken";

/** The reader's own corner of the header: "Sign in", or a name that opens a menu. Works without scripts. */
export const AccountMenu = part(async () => {
  const caller = await api();
  const [viewer, unread, { balanceMicros }] = await Promise.all([
    caller.user.viewer(),
    caller.notice.unread(),
    caller.ledger.balance(),
  ]);
  if (!viewer) {
    return <SignInLink className="text-sm font-medium text-accent hover:underline" />;
  }
  const actor = { kind: "user", ...viewer } as const;
  return (
    <details className="relative" name="account">
      <summary className="flex h-11 cursor-pointer list-none items-center gap-1.5 text-sm font-medium marker:hidden">
        <span className="max-w-40 truncate">{viewer.name}</span>
        <UnreadCount unread={unread} />
        <span aria-hidden="true" className="text-faint">
          ▾
        </span>
      </summary>
      <div className="absolute right-0 z-20 mt-1 w-56 rounded-md border border-outline bg-raised py-1 shadow-lg">
        <PageLink className={item} href="/me">
          My forecasts
        </PageLink>
        <PageLink className={item} href={`/users/${encodeURIComponent(viewer.name)}`}>
          My record
        </PageLink>
        <PageLink className={`${item} flex justify-between gap-4`} href="/portfolio">
          Portfolio <span className="text-soft">{shortCredits(balanceMicros)}</span>
        </PageLink>
        <PageLink className={item} href="/notices">
          Notices{unread > 0 ? ` (${countText(unread)} new)` : ""}
        </PageLink>
        <PageLink className={item} href="/settings">
          Settings
        </PageLink>
        {may(actor, "read_resolution_queue") ? (
          <PageLink className={`${item} border-t border-hairline`} href="/admin">
            {viewer.role === "admin" ? "Administration" : "Moderation"}
          </PageLink>
        ) : null}
        <SignOutButton className={`${item} w-full border-t border-hairline text-left`} />
      </div>
    </details>
  );
});

function UnreadCount({ unread }: { unread: number }) {
  if (unread === 0) return null;
  return (
    <span className="rounded-md bg-accent/10 px-1.5 text-xs font-semibold text-accent">
      {countText(unread)}
      <span className="sr-only"> new notices</span>
    </span>
  );
}

/** The count stops at a hundred. */
function countText(unread: number): string {
  return unread < 100 ? String(unread) : "99+";
}
