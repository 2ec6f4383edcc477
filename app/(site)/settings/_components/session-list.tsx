import { Badge } from "#app/_components/badge.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { ItemList, ListItem } from "#app/_components/item-list.tsx";
import { EndAllSessions, EndSession } from "./end-session.tsx";

export interface SessionView {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly network: string;
  readonly agent: string;
  readonly isCurrent: boolean;
}

/** Every place where somebody is signed in, each with its end. */
export function SessionList({ sessions }: { sessions: readonly SessionView[] }) {
  return (
    <div className="space-y-5">
      <ItemList>
        {sessions.map((session) => (
          <ListItem
            key={session.id}
            title={
              <>
                {session.agent} {session.isCurrent ? <Badge>this one</Badge> : null}
              </>
            }
            meta={
              <>
                <span>from {session.network}</span>
                <span>
                  since <Instant at={session.createdAt.getTime()} form="absolute" />
                </span>
                <span>
                  last used <Instant at={session.lastSeenAt.getTime()} form="absolute" />
                </span>
              </>
            }
          >
            {session.isCurrent ? null : <EndSession sessionId={session.id} agent={session.agent} />}
          </ListItem>
        ))}
      </ItemList>
      <EndAllSessions />
    </div>
  );
}
