"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

type PageLinkProps = Omit<ComponentProps<typeof Link>, "prefetch" | "onMouseEnter" | "onFocus" | "onTouchStart">;

/** A link within Parley: its page is fetched once it is pointed at, focused or touched, not merely because it is in view. */
export function PageLink(props: PageLinkProps) {
  const [isWanted, setIsWanted] = useState(false);
  const want = () => setIsWanted(true);
  return <Link {...props} prefetch={isWanted} onMouseEnter={want} onFocus={want} onTouchStart={want} />;
}
