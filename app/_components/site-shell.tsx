import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { themeOf } from "./theme.ts";

/** Header, main and footer. `account` is what stands at the right of the header: a name with a menu, or "Sign in". */
export async function SiteShell({ children, account }: { children: ReactNode; account?: ReactNode }) {
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <SiteHeader account={account} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-wide grow px-4 pt-6 pb-16 outline-none sm:px-6 sm:pt-8"
      >
        {children}
      </main>
      <SiteFooter theme={theme} />
    </div>
  );
}

/** The first thing a keyboard meets: past the header, to the page. */
function SkipLink() {
  return (
    <a
      href="#main"
      className="absolute top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 text-sm font-medium text-on-accent focus:translate-y-0"
    >
      Skip to the page
    </a>
  );
}
