"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { PageLink } from "#app/_components/page-link.tsx";
import { ownPath } from "#core/request/own-path.ts";

/** Leads to signing in and back to the page it is on; from the forms themselves, to where they already lead. */
export function SignInLink({ className }: { className: string }) {
  const path = usePathname();
  const query = useSearchParams();
  const here = ownPath(query.size > 0 ? `${path}?${query}` : path);
  const aim = here === "/" ? ownPath(query.get("next")) : here;
  return (
    <PageLink href={aim === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(aim)}`} className={className}>
      Sign in
    </PageLink>
  );
}
