import type { inferRouterOutputs } from "@trpc/server";
import { Badge } from "#app/_components/badge.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { ItemList, ListItem } from "#app/_components/item-list.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { countText } from "#core/text/count-text.ts";
import type { AppRouter } from "#server/api/root.ts";
import { BotForm } from "./bot-form.tsx";
import { RetireBot } from "./retire-bot.tsx";

type Bots = inferRouterOutputs<AppRouter>["user"]["bots"];

/** One's bots, each with its end, and the way to another one. */
export function BotList({ bots, left }: Bots) {
  return (
    <div className="space-y-5">
      {bots.length === 0 ? (
        <p className="text-sm text-soft">You have no bots.</p>
      ) : (
        <ItemList>
          {bots.map(({ id, name, createdAt, forecasts, retiredAt }) => (
            <ListItem
              key={id}
              title={
                <>
                  <PageLink href={`/users/${encodeURIComponent(name)}`} className="link">
                    {name}
                  </PageLink>{" "}
                  <Badge>{retiredAt ? "Retired" : "Bot"}</Badge>
                </>
              }
              meta={
                <>
                  <span>
                    since <Instant at={createdAt.getTime()} form="absolute" />
                  </span>
                  <span>{countText(forecasts, "forecast")}</span>
                </>
              }
            >
              {retiredAt ? null : <RetireBot botId={id} name={name} />}
            </ListItem>
          ))}
        </ItemList>
      )}
      {left > 0 ? (
        <BotForm left={left} />
      ) : (
        <p className="text-sm text-soft">You have as many bots as a person may. Retire one to make another.</p>
      )}
    </div>
  );
}
