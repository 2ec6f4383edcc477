import { Command } from "commander";
import next from "next";
import { closeDatabase, type Database, database } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { accountsWithLocalPassword, LOCAL_PASSWORD, replaceLocalPasswords } from "#seed/local-passwords.ts";
import { seedDemonstration } from "#seed/seed-demonstration.ts";
import { sessionSecret } from "#server/auth/secret.ts";
import { withDefaultHeaders } from "#server/cli/default-headers.ts";
import { drainable } from "#server/cli/draining.ts";
import { answerOnceReady, boundedServer, untilListening, untilToldToStop } from "#server/cli/http-server.ts";
import { readingAddresses } from "#server/cli/readable-addresses.ts";
import { repeatingPages } from "#server/cli/repeated-pages.ts";
import { gated, withContentPolicy } from "#server/cli/request-gate.ts";
import { adoptOrigin, env, publicOrigin, unknownSettings } from "#server/env.ts";
import { startJobs } from "#server/jobs/start-jobs.ts";
import { log } from "#server/log.ts";
import { serveControl } from "#server/operations/backup/control-server.ts";
import { missingFiles } from "#server/operations/known-addresses.ts";
import { logConsole } from "#server/operations/log-console.ts";
import { Operations } from "#server/operations/operations.ts";
import { isServedLocally } from "#server/reach.ts";
import { jobContext } from "#services/context.ts";

/** Next, answering in this process, so that pages and jobs share the one embedded database. */
async function pages(dev: boolean) {
  const app = next({ dev, hostname: env.HOST, port: env.PORT });
  await app.prepare();
  return { answer: app.getRequestHandler(), close: () => app.close() };
}

/** To whoever started the process, on standard output: the log is elsewhere. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function readyDatabase(): Promise<Database> {
  const db = await database();
  for (const name of await migrate(db)) log.info({ migration: name }, "brought the tables up to date");
  return db;
}

async function fillWhenEmpty(): Promise<void> {
  if (await seedDemonstration(await jobContext("seed"))) log.info("filled the empty database with the demonstration");
}

/** Before anybody is answered: what was tried on one machine may now be served to others. */
async function closeDemonstrationAccounts(): Promise<void> {
  if (isServedLocally()) return;
  const names = await replaceLocalPasswords(await jobContext("serve"));
  if (names.length > 0)
    log.warn(
      { names },
      "gave demonstration accounts a password that nobody knows, since others can reach this instance",
    );
}

/** Only where nobody but this machine's people can reach them do the demonstration accounts have a known password. */
async function showDemonstrationAccounts(): Promise<void> {
  if (!isServedLocally()) return;
  const accounts = await accountsWithLocalPassword(await jobContext("serve"));
  if (accounts.length > 0) say(`Demonstration accounts, password "${LOCAL_PASSWORD}":`);
  for (const { email, role } of accounts) say(`  ${role.padEnd(11)} ${email}`);
}

async function serve({ dev = false }: { dev?: boolean }): Promise<void> {
  sessionSecret();
  const operations = new Operations({
    metricsToken: env.PARLEY_METRICS_TOKEN,
    trustsSender: env.PARLEY_TRUSTED_PROXIES > 0,
  });
  if (!dev) logConsole();
  for (const setting of unknownSettings()) log.warn({ setting }, "there is no such setting: it is ignored");
  const server = boundedServer();
  const drain = drainable(server);
  const answerWith = answerOnceReady(server, (answer) => {
    const observed = operations.around(answer);
    // Pages that are compiled on request run scripts without a number, which the headers would forbid.
    return dev ? observed : withDefaultHeaders(observed, publicOrigin);
  });
  // The port is taken first: finding out after a minute's work that it was not free would be a waste.
  const port = await untilListening(server, env.PORT, env.HOST);
  adoptOrigin(port);
  try {
    const db = await readyDatabase();
    operations.watch(db);
    if (env.PARLEY_DEMO === "on") await fillWhenEmpty();
    await closeDemonstrationAccounts();
    const { answer, close } = await pages(dev);
    const stopJobs = await startJobs(db, operations.jobs);
    const stopControl = db.copyFiles && (await serveControl(env.PARLEY_DATA_DIR, db.copyFiles));
    const rendered = operations.rendering(answer);
    const secured = dev ? rendered : repeatingPages(withContentPolicy(rendered, publicOrigin), db);
    const guarded = dev ? secured : operations.guard(secured, missingFiles());
    answerWith(gated(readingAddresses(guarded)));
    operations.setLife("ready");
    operations.drainWhenStopped();
    say(`Parley is at ${publicOrigin()}`);
    await showDemonstrationAccounts();
    await untilToldToStop();
    await drain();
    await stopControl?.();
    await stopJobs();
    await close();
  } finally {
    server.close();
    server.closeAllConnections();
    await closeDatabase();
  }
}

export function serveCommand(): Command {
  return new Command("serve")
    .description("Serve Parley: migrate, run the jobs, answer requests.")
    .option("--dev", "compile pages on request and reload them on change")
    .action(serve);
}
