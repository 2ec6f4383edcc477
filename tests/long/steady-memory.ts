/**
 * Promise O9: a served Parley keeps its memory, its handles and its connections to Postgres under a steady load. By itself:
 * `node tests/long/steady-memory.ts [MINUTES] [REQUESTS A SECOND]`. The product must have been built.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { openPostgres } from "#db/client.ts";
import { PEOPLE, prepareInstance } from "#tests/kill/prepare-instance.ts";
import { sessionOf } from "#tests/kill/submissions.ts";
import { startPostgres } from "#tests/support/postgres-server.ts";
import { serveParley } from "#tests/support/served-parley.ts";
import { afterWarmUp, type LongRun, memoryFaults, type Open, type Sample, slopeOf } from "./memory-faults.ts";
import { type LoadFigures, mixedLoad } from "./mixed-load.ts";

/** As which this looks at Postgres, so that it does not count itself. */
const MEASURING = "measuring";
const SAMPLE_EVERY_MS = 5_000;
/** A server that is asked so much fills its caches for some minutes. */
const MAX_WARM_UP_MINUTES = 8;
const MINUTE_MS = 60_000;
/** Idle connections of clients and to Postgres close within ten seconds; a multiple of that is waited. */
const QUIET_MS = 40_000;

interface Wanted {
  readonly minutes?: number;
  readonly perSecond?: number;
}

async function metricsOf(origin: string): Promise<(name: string) => number> {
  const text = await (await fetch(`${origin}/metrics`, { headers: { connection: "close" } })).text();
  return (name) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
}

/** What is open once nothing more closes by itself: of each the least that is seen in a while, since jobs go on meanwhile. */
async function openWhenQuiet(origin: string, connectionsNow: () => Promise<number>): Promise<Open> {
  const seen: Open[] = [];
  for (const begunAt = performance.now(); performance.now() - begunAt < QUIET_MS; await sleep(500)) {
    const metric = await metricsOf(origin);
    const connections = await connectionsNow();
    const held = metric("parley_pool_connections") - metric("parley_pool_idle");
    seen.push({ connections, held, handles: metric("nodejs_active_handles_total") - connections });
  }
  const least = (of: (open: Open) => number) => Math.min(...seen.map(of));
  return {
    connections: least(({ connections }) => connections),
    held: least(({ held }) => held),
    handles: least(({ handles }) => handles),
  };
}

/** Of what the memory is made up, so that a growth can be placed. Each by its name among the metrics. */
const PARTS = {
  "used heap": "nodejs_heap_size_used_bytes",
  "whole heap": "nodejs_heap_size_total_bytes",
  "outside of the heap": "nodejs_external_memory_bytes",
};
type Part = keyof typeof PARTS;

function told(run: LongRun, load: LoadFigures, parts: Record<Part, Sample[]>): string[] {
  const samples = afterWarmUp(run);
  const [first, last] = [samples[0], samples.at(-1)];
  const { before, after, warmUpMinutes } = run;
  return [
    `requests: ${load.answered} answered, ${load.refused} refused by a rule, ${load.failed.length} failed, ${load.leftOut} left out`,
    `memory after ${warmUpMinutes.toFixed(1)} minutes: ${first?.megabytes.toFixed(0)} MB, at the end ${last?.megabytes.toFixed(0)} MB, ${slopeOf(samples).toFixed(2)} MB a minute (${samples.length} samples)`,
    ...Object.entries(parts).map(
      ([part, held]) => `${part}: ${slopeOf(afterWarmUp({ ...run, samples: held })).toFixed(2)} MB a minute`,
    ),
    `connections to Postgres: ${before.connections} before, ${after.connections} after, ${after.held} held; other handles: ${before.handles} before, ${after.handles} after`,
  ];
}

/** Loads a server of its own for so many minutes, says what was measured, and gives what grew that should not. */
export async function steadyMemory({ minutes = 30, perSecond = 10 }: Wanted = {}): Promise<string[]> {
  const server = await startPostgres();
  const database = await openPostgres(`${server.url}?application_name=${MEASURING}`);
  const questionId = await prepareInstance(database);
  const connections = async () => {
    const [row] = await database.run(
      "SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND application_name <> $1",
      [MEASURING],
    );
    return Number(row?.open);
  };
  const parley = await serveParley({ env: { PARLEY_DEMO: "off", DATABASE_URL: server.url } });
  const { origin } = parley;
  try {
    const sessions = await Promise.all(PEOPLE.map((person) => sessionOf(origin, person)));
    const before = await openWhenQuiet(origin, connections);
    const load = mixedLoad({ origin, sessions, questionId, perSecond });
    const samples: Sample[] = [];
    const parts: Record<Part, Sample[]> = { "used heap": [], "whole heap": [], "outside of the heap": [] };
    for (const begunAt = performance.now(); ; ) {
      await sleep(SAMPLE_EVERY_MS);
      const minute = (performance.now() - begunAt) / MINUTE_MS;
      const metric = await metricsOf(origin);
      samples.push({ minute, megabytes: metric("process_resident_memory_bytes") / 1e6 });
      for (const part of Object.keys(parts) as Part[])
        parts[part].push({ minute, megabytes: metric(PARTS[part]) / 1e6 });
      if (minute >= minutes) break;
    }
    const figures = await load.stop();
    const after = await openWhenQuiet(origin, connections);
    const run = { samples, warmUpMinutes: Math.min(MAX_WARM_UP_MINUTES, minutes * 0.4), before, after };
    for (const line of told(run, figures, parts)) console.log(line);
    return [...memoryFaults(run), ...figures.failed.slice(0, 5)];
  } finally {
    await parley.dispose();
    await database.close();
    await server.stop();
  }
}

if (import.meta.main) {
  const [minutes = 30, perSecond = 10] = process.argv.slice(2).map(Number);
  const faults = await steadyMemory({ minutes, perSecond });
  for (const fault of faults) console.error(`FAULT ${fault}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
