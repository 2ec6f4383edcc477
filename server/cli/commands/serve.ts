import { createServer } from "node:http";
import { Command } from "commander";
import next from "next";
import { closeDatabase, type Database, database } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { sessionSecret } from "#server/auth/secret.ts";
import { adoptOrigin, env, publicOrigin } from "#server/env.ts";
import { startJobs } from "#server/jobs/start-jobs.ts";
import { log } from "#server/log.ts";
import { untilListening, untilStopped } from "../http-server.ts";

/** Next, answering in this process, so that pages and jobs share the one embedded database. */
async function pages(dev: boolean) {
  const app = next({ dev, hostname: env.HOST, port: env.PORT });
  await app.prepare();
  return { answer: app.getRequestHandler(), close: () => app.close() };
}

async function readyDatabase(): Promise<Database> {
  const db = await database();
  for (const name of await migrate(db)) log.info({ migration: name }, "brought the tables up to date");
  return db;
}

async function serve({ dev = false }: { dev?: boolean }): Promise<void> {
  sessionSecret();
  const server = createServer();
  // The port is taken first: finding out after a minute's work that it was not free would be a waste.
  const port = await untilListening(server, env.PORT, env.HOST);
  adoptOrigin(port);
  try {
    const db = await readyDatabase();
    const { answer, close } = await pages(dev);
    const stopJobs = await startJobs(db);
    server.on("request", (request, response) => {
      // Limits on sign-in attempts go by the connection's own address, never by what a client claims.
      request.headers["x-real-address"] = request.socket.remoteAddress ?? "unknown";
      answer(request, response);
    });
    console.log(`Parley is at ${publicOrigin()}`);
    await untilStopped(server);
    await stopJobs();
    await close();
  } finally {
    server.close();
    await closeDatabase();
  }
}

export function serveCommand(): Command {
  return new Command("serve")
    .description("Serve Parley: migrate, run the jobs, answer requests.")
    .option("--dev", "compile pages on request and reload them on change")
    .action(serve);
}
