import { Badge } from "./badge.tsx";
import { PageLink } from "./page-link.tsx";

interface UserNameProps {
  readonly name: string;
  /** The person's page; without it the name is plain text. */
  readonly href?: string;
  readonly isBot?: boolean;
  readonly isSimulated?: boolean;
  readonly isYou?: boolean;
}

/** A person by name, and said plainly when it is a program or made up for the demonstration. */
export function UserName({ name, href, isBot = false, isSimulated = false, isYou = false }: UserNameProps) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-1.5">
      {href === undefined ? (
        <span className="font-medium wrap-anywhere">{name}</span>
      ) : (
        <PageLink href={href} className="title-link font-medium wrap-anywhere">
          {name}
        </PageLink>
      )}
      {isYou ? <Badge tone="accent">You</Badge> : null}
      {isBot ? <Badge>Bot</Badge> : null}
      {isSimulated ? <Badge>Simulated</Badge> : null}
    </span>
  );
}
