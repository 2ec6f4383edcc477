import { createServer, type Server } from "node:http";
import pg from "pg";
import { createCaller } from "#server/api/root.ts";
import { type Benchmark, type Figure, timings } from "./benchmark.ts";
import { type BenchDatabase, fill, onPostgres } from "./databases.ts";
import { idOf, idText, peopleAndTopic } from "./filled-people.ts";

const PEOPLE = 200;
const QUESTIONS = 64;
const AT_ONCE = 8;
const REQUESTS = 800;
const WARM_UP = 200;

/** SQL that opens questions for an hour on either side of now. */
function openQuestions(): string[] {
  const q = `generate_series(0, ${QUESTIONS - 1}) AS q`;
  return [
    `INSERT INTO questions (id, slug, topic_id, type, title, opens_at, closes_at, deadline_at, created_by_id)
      SELECT ${idOf("qu", "q")}, 'question-' || q, ${idOf("to", "0")}, 'binary', 'Will thing ' || q || ' happen?',
        now() - interval '1 hour', now() + interval '1 day', now() + interval '1 day', ${idOf("pe", "0")} FROM ${q}`,
    `INSERT INTO publications (question_id, published_by_id) SELECT ${idOf("qu", "q")}, ${idOf("pe", "0")} FROM ${q}`,
    "CREATE TABLE bare_forecasts (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), question_id uuid, probabilities float8[])",
  ];
}

/** A server on loopback that answers each request with what the work gives. */
async function served(work: (n: number) => Promise<unknown>): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    response.end(JSON.stringify(await work(Number((request.url ?? "").slice(1)))));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as { port: number };
  return { server, url: `http://127.0.0.1:${port}/` };
}

/** So many requests in flight at all times, until so many were answered; how long each took, and how many a second. */
async function load(url: string, from: number, requests: number) {
  const took: number[] = [];
  let next = from;
  const begun = performance.now();
  const lane = async () => {
    while (next < from + requests) {
      const start = performance.now();
      const response = await fetch(url + next++);
      await response.text();
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { ...timings(took), perSecond: (requests * 1000) / (performance.now() - begun) };
}

async function measured(db: BenchDatabase): Promise<Figure[]> {
  await fill(db, [...peopleAndTopic(PEOPLE), ...openQuestions()]);
  const pool = new pg.Pool({ connectionString: db.url ?? "", max: 10 });
  const submit = (n: number, question: number) => {
    const person = 1 + (n % PEOPLE);
    const actor = { kind: "user", id: idText("pe", person), name: `person-${person}`, role: "forecaster" } as const;
    const caller = createCaller({ actor, now: new Date(), db: db.prisma });
    return caller.forecast.submit({ questionId: idText("qu", question), probabilities: [(1 + (n % 98)) / 100] });
  };
  const insert = (n: number) =>
    pool.query({
      name: "insert",
      text: "INSERT INTO bare_forecasts (question_id, probabilities) VALUES ($1, $2) RETURNING id",
      values: [idText("qu", n % QUESTIONS), [0.5]],
    });
  const [spread, hot, bare] = await Promise.all([
    served((n) => submit(n, 1 + (n % (QUESTIONS - 1)))),
    served((n) => submit(n, 0)),
    served(async (n) => (await insert(n)).rows),
  ]);
  const figures: Figure[] = [];
  for (const { url } of [spread, hot, bare]) await load(url, 0, WARM_UP);
  const beside = await load(bare.url, WARM_UP, REQUESTS);
  for (const [name, { url }] of [
    ["spread over 63 questions", spread] as const,
    ["on one hot question", hot] as const,
  ]) {
    const own = await load(url, WARM_UP, REQUESTS);
    const common = { n: AT_ONCE, unit: "ms", ratio: null, baseline: null };
    const baseline = "node:http with one named pg insert";
    figures.push(
      {
        name: `submit-forecast ${name}`,
        n: AT_ONCE,
        value: own.perSecond,
        unit: "/s",
        ratio: own.perSecond / beside.perSecond,
        baseline,
      },
      { ...common, name: `submit-forecast ${name} p50`, value: own.p50 },
      { ...common, name: `submit-forecast ${name} p95`, value: own.p95, ratio: own.p95 / beside.p95, baseline },
    );
  }
  for (const { server } of [spread, hot, bare]) server.close();
  await pool.end();
  return figures;
}

/** A submission through the router with permission, lock, insert and crowd, beside the least that a server with a database does. */
export const submitForecastBenchmark: Benchmark = {
  name: "submit-forecast",
  groups: ["database"],
  run: () => onPostgres(measured),
};
