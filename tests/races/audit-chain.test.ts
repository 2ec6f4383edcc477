import { afterAll, beforeAll, expect, test } from "vitest";
import { CHAIN_START, chainHash } from "#core/seal/chain-hash.ts";
import { merkleRoot, wholeTree } from "#core/seal/merkle-tree.ts";
import { type Database, openPostgres } from "#db/client.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { writeAudit } from "#services/write-audit.ts";
import { times } from "#tests/support/chance.ts";
import { job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const CLIENTS = 16;
const ROWS = times(5_000);

let database: Database;
let second: Database;
beforeAll(async () => {
  database = await testDatabase();
  const [row] = await database.run(
    "SELECT current_database() AS name, inet_server_port() AS port, current_user AS who",
  );
  second = await openPostgres(`postgres://${row?.who}@127.0.0.1:${row?.port}/${row?.name}`);
});
afterAll(async () => {
  await second.close();
  await database.close();
});

test(`${ROWS} audit rows that ${CLIENTS} clients write at once, while two processes seal, are one chain and one tree`, async () => {
  let written = 0;
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const { prisma } = client % 2 ? second : database;
    while (written < ROWS) {
      written += 1;
      const act = { action: "race", subjectKind: "client", subjectId: String(client), details: { number: written } };
      await prisma.$transaction((tx) => writeAudit(tx, job(prisma), act));
    }
  });
  let isWriting = true;
  const sealers = [database, second].map(async ({ prisma }) => {
    while (isWriting) await sealRecord(job(prisma));
  });
  await Promise.all(clients);
  isWriting = false;
  await Promise.all(sealers);
  await sealRecord(job(database.prisma));

  const links = await database.prisma.auditLink.findMany({ orderBy: { position: "asc" }, include: { entry: true } });
  expect(links.length).toBeGreaterThanOrEqual(ROWS);
  let previous = CHAIN_START;
  for (const { hash, entry } of links) {
    const value = { ...entry, sequence: Number(entry.sequence), at: entry.at.toISOString() };
    previous = chainHash(previous, value);
    expect(hash).toBe(previous);
  }
  const leaves = await database.prisma.leaf.findMany({ where: { kind: "audit" }, orderBy: { index: "asc" } });
  expect(leaves.map(({ recordId }) => recordId)).toEqual(links.map(({ sequence }) => String(sequence)));
  const all = await database.prisma.leaf.findMany({ orderBy: { index: "asc" }, select: { hash: true } });
  const last = await database.prisma.seal.findFirstOrThrow({ orderBy: { number: "desc" } });
  expect(last.number).toBeGreaterThan(1);
  expect(merkleRoot(wholeTree(all.map(({ hash }) => hash)))).toBe(last.root);
});
