import Link from "next/link";
import { api } from "#app/_trpc/server.ts";
import { may } from "#core/permissions.ts";
import { SignOutButton } from "./sign-out-button.tsx";

const item = "block px-4 py-2.5 text-sm hover:bg-sunken";

/** The reader's own corner of the header: "Sign in", or a name that opens a menu. Works without scripts. */
export async function AccountMenu() {
  const viewer = await (await api()).user.viewer();
  if (!viewer) {
    return (
      <Link href="/sign-in" className="text-sm font-medium text-accent hover:underline">
        Sign in
      </Link>
    );
  }
  const actor = { kind: "user", ...viewer } as const;
  return (
    <details className="relative" name="account">
      <summary className="flex h-11 cursor-pointer list-none items-center gap-1.5 text-sm font-medium marker:hidden">
        <span className="max-w-40 truncate">{viewer.name}</span>
        <span aria-hidden="true" className="text-faint">
          ▾
        </span>
      </summary>
      <div className="absolute right-0 z-20 mt-1 w-56 rounded-md border border-outline bg-raised py-1 shadow-lg">
        <Link className={item} href="/me">
          My forecasts
        </Link>
        <Link className={item} href={`/users/${encodeURIComponent(viewer.name)}`}>
          My record
        </Link>
        <Link className={item} href="/settings">
          Settings
        </Link>
        {may(actor, "read_resolution_queue") ? (
          <Link className={`${item} border-t border-hairline`} href="/admin">
            {viewer.role === "admin" ? "Administration" : "Moderation"}
          </Link>
        ) : null}
        <SignOutButton className={`${item} w-full border-t border-hairline text-left`} />
      </div>
    </details>
  );
}
