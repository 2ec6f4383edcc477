/**
 * A process that delivers domain events, to be killed: argv has the database, and `careless` for one that notifies in one transaction
 * and removes the delivery in another. It says when it is ready, and begins when it is told to.
 */
import { once } from "node:events";
import { openPostgres } from "#db/client.ts";
import { connectReactions, deliverEvents } from "#services/outbox/deliver-events.ts";
import { notifyOfDoubtedEvents } from "#services/reaction/notify-of-doubted-events.ts";
import { REACTIONS } from "#services/reaction/reactions.ts";

const [url = "", care] = process.argv.slice(2);
const { prisma: db } = await openPostgres(url);
await db.$queryRaw`SELECT 1`;
connectReactions(
  care === "careless"
    ? {
        ...REACTIONS,
        "notify-of-doubted-events": {
          async again(ctx, events) {
            for (const event of events) await ctx.db.$transaction((tx) => notifyOfDoubtedEvents(tx, event));
            // What was done is not written down yet.
            process.kill(process.pid, "SIGKILL");
          },
        },
      }
    : REACTIONS,
);
process.stdout.write("ready\n");
await once(process.stdin, "data");
await deliverEvents({ db });
process.exit(0);
