import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { unknownSettings } from "#server/env.ts";

const directory = mkdtempSync(join(tmpdir(), "parley-settings-"));
const file = join(directory, "a-file");
writeFileSync(file, "");
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const SERVER = ["server/cli/main.ts", "serve"];

/** Starts the server with some settings, and gives how it ended and what it said. */
function started(settings: Record<string, string>, program = SERVER): Promise<{ status: number | null; said: string }> {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production" as const,
    PORT: "0",
    PARLEY_DATA_DIR: join(directory, "data"),
    PARLEY_DEMO: "off",
    ...settings,
  };
  const server = spawn(process.execPath, program, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((ended) => server.once("exit", (status) => ended({ status, said })));
}

/** A setting that is wrong, and what whoever set it is told. */
const WRONG: [Record<string, string>, RegExp][] = [
  [{ PORT: "many" }, /PORT: must be a whole number from 0 to 65535/],
  [{ PORT: "70000" }, /PORT: must be/],
  [{ PORT: "0x10" }, /PORT: must be/],
  [{ HOST: "http://here" }, /HOST: must be a name or an address/],
  [
    { HOST: "192.0.2.1", PARLEY_URL: "https://parley.example.org", NEXTAUTH_SECRET: "x".repeat(32) },
    /cannot listen on 192\.0\.2\.1.*no such address/,
  ],
  [{ PARLEY_URL: "parley.example.org" }, /PARLEY_URL: must be an address such as/],
  [{ PARLEY_URL: "https://parley.example.org/forecasts" }, /PARLEY_URL: must be the origin alone/],
  [{ PARLEY_URL: "https://parley.example.org" }, /Set NEXTAUTH_SECRET to at least 32 random characters/],
  [{ HOST: "0.0.0.0" }, /by HOST=0\.0\.0\.0:\n +Set PARLEY_URL .*\n +Set NEXTAUTH_SECRET/],
  [{ HOST: "0.0.0.0", NEXTAUTH_SECRET: "x".repeat(32) }, /Set PARLEY_URL to the address that they use/],
  [{ HOST: "::", PARLEY_URL: "http://localhost:3000" }, /by HOST=:::\n +Set NEXTAUTH_SECRET/],
  [{ PARLEY_TRUSTED_PROXIES: "some" }, /PARLEY_TRUSTED_PROXIES: must be a whole number/],
  [{ DATABASE_URL: "mysql://here/parley" }, /DATABASE_URL: must be an address such as postgresql/],
  [
    { DATABASE_URL: "postgresql://parley:canary@127.0.0.1:1/parley" },
    /127\.0\.0\.1:1\/parley\) cannot be used: nothing answers/,
  ],
  [{ PARLEY_DATA_DIR: "/proc/parley" }, /data directory .* cannot be used/],
  [{ PARLEY_DATA_DIR: join(file, "data") }, /data directory .* is a file/],
  [{ NEXTAUTH_SECRET: "short" }, /NEXTAUTH_SECRET: must have at least 32 characters/],
  [{ PARLEY_DEMO: "yes" }, /PARLEY_DEMO: .*"on"\|"off"/],
  [{ PARLEY_FETCH_SOURCES: "true" }, /PARLEY_FETCH_SOURCES: .*"on"\|"off"/],
  [{ PARLEY_METRICS_TOKEN: "short" }, /PARLEY_METRICS_TOKEN: must have at least 16/],
  [{ LOG_LEVEL: "loud" }, /LOG_LEVEL: .*"silent"/],
  [{ NODE_ENV: "staging" }, /NODE_ENV: /],
];

test.each(WRONG)("O3: does not start with %j, and says why without a stack or a secret", async (settings, why) => {
  const { status, said } = await started(settings);
  expect(said).toMatch(why);
  expect(status).toBe(1);
  expect(said).not.toMatch(/\n\s+at |canary/);
});

test("O3: npm start finds a wrong setting before it builds anything", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["server/cli/bootstrap/start.ts"], {
    env: { PATH: process.env.PATH, HOST: "0.0.0.0", NODE_ENV: "production" },
    encoding: "utf8",
  });
  expect([status, stdout, stderr]).toEqual([1, "", expect.stringContaining("Set PARLEY_URL")]);
});

test("what O3 would catch: a program that makes do with what it is given starts under every one of them", async () => {
  const careless = ["-e", "console.log('Serving on', Number(process.env.PORT) || 3000);"];
  for (const [settings, why] of WRONG) {
    const { status, said } = await started(settings, careless);
    expect([status, why.test(said)]).toEqual([0, false]);
  }
});

test("O3: all wrong settings are told at once", async () => {
  const { said } = await started({ PORT: "many", LOG_LEVEL: "loud", NEXTAUTH_SECRET: "short" });
  for (const name of ["PORT", "LOG_LEVEL", "NEXTAUTH_SECRET"]) expect(said).toContain(name);
});

test("O3: a port that another program has is told so, by number", async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, "localhost", listening));
  const { port } = other.address() as AddressInfo;
  const { status, said } = await started({ PORT: String(port) });
  expect([status, said]).toEqual([1, expect.stringContaining(`Port ${port} on localhost is taken`)]);
  await new Promise((closed) => other.close(closed));
});

test("a setting of ours that does not exist is named, since it is most likely misspelt", () => {
  expect(unknownSettings({ PARLEY_DEM: "off", PARLEY_DEMO: "on", PATH: "" })).toEqual(["PARLEY_DEM"]);
});
