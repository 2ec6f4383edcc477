import type { ReactNode } from "react";
import { AccountMenu } from "#app/_account/account-menu.tsx";
import { SiteShell } from "#app/_components/site-shell.tsx";

/** Everything people read sits between the header and the footer. */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return <SiteShell account={<AccountMenu />}>{children}</SiteShell>;
}
