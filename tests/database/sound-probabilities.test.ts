import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { embeddedDatabase } from "#db/client.ts";
import { openEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";

const CDF = Array.from({ length: 201 }, (_, i) => i / 200);

test("The database itself takes no probabilities that are none: as many as a question has answers, from 0 to 1, with the sum 1.", async () => {
  const directory = mkdtempSync(join(tmpdir(), "parley-sound-"));
  const { client, release } = await openEmbedded(directory);
  const database = embeddedDatabase(client, release);
  await migrate(database);
  const isSound = async (list: string) => {
    const [row] = await database.run(`SELECT probabilities_are_sound(${list}::float8[]) AS sound`);
    return row?.sound;
  };
  for (const sound of ["'{0}'", "'{1}'", "'{0.25,0.75}'", "'{0.2,0.3,0.5}'", `'{${CDF.join()}}'`]) {
    expect(await isSound(sound), sound).toBe(true);
  }
  const falling = [...CDF.slice(0, 100), 0.1, ...CDF.slice(101)];
  const wrong = ["'{}'", "'{-0.1}'", "'{1.1}'", "'{NaN}'", "'{NULL}'", "'{0.5,NULL}'", "'{0.5,0.6}'", "'{Infinity,0}'"];
  for (const text of [...wrong, `'{${falling.join()}}'`]) expect(await isSound(text), text).toBe(false);
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});
