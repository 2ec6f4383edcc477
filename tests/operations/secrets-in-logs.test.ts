import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { keepOutOfLogs, withoutSecrets } from "#server/without-secrets.ts";

const CANARY = "canary-3f9a-Zq";

/** Every way in which a secret may come to what is logged. */
const LEAKS: Record<string, unknown> = {
  "a field of its name": { password: CANARY, currentPassword: CANARY, passwordHash: CANARY, sessionToken: CANARY },
  "a field deep inside": {
    request: { headers: { cookie: CANARY, Authorization: CANARY }, body: [{ csrfToken: CANARY }] },
  },
  "a header's text": `authorization: Bearer ${CANARY}`,
  "a cookie's text": `theme=dark; __Secure-next-auth.session-token=${CANARY}; other=1`,
  "an address's query": `GET /api/events?limit=1&token=${CANARY} failed`,
  "an address's password": `connect to postgresql://parley:${CANARY}@db.example:5432/parley`,
  "JSON in a text": `{"email":"ada@example.org","password":"${CANARY}"}`,
  "a hash of a password": `row $argon2id$v=19$m=19456,t=2,p=1$${CANARY}$${CANARY}`,
  "a signed token": `eyJhbGciOiJkaXIi.${CANARY}..${CANARY}`,
  "an error's message": new Error(`Cannot reach postgresql://parley:${CANARY}@db/parley`),
  "an error's cause": new Error("failed", { cause: new Error(`Bearer ${CANARY}`) }),
  "an error's other fields": Object.assign(new Error("failed"), {
    parameters: [CANARY],
    meta: { row: CANARY },
    detail: CANARY,
  }),
  "a fault of the driver": new Error("failed", {
    cause: { kind: "postgres", detail: `Failing row contains (${CANARY})` },
  }),
  "a list": [[{ secret: CANARY }]],
};

describe("what is logged", () => {
  test.each(Object.entries(LEAKS))("O5: has no secret of %s", (_, given) => {
    const told = JSON.stringify(withoutSecrets(given));
    expect(told).not.toContain(CANARY);
    expect(told.length).toBeGreaterThan(2);
  });

  test("has no secret that this process knows, wherever it stands", () => {
    const known = "known-to-us-81c";
    const given = { note: `it was ${known}`, err: new Error(known), nested: { list: [known] } };
    expect(JSON.stringify(withoutSecrets(given))).toContain(known);
    keepOutOfLogs(known);
    expect(JSON.stringify(withoutSecrets(given))).not.toContain(known);
  });

  test("keeps what is no secret", () => {
    const error = Object.assign(new TypeError("nothing to hide", { cause: new Error("the cause") }), { code: "E1" });
    const told = withoutSecrets({ questionId: "q1", count: 2n, at: new Date(0), err: error, hash: "ab12" });
    expect(JSON.parse(JSON.stringify(told))).toMatchObject({
      questionId: "q1",
      count: "2",
      at: "1970-01-01T00:00:00.000Z",
      err: {
        type: "TypeError",
        message: "nothing to hide",
        code: "E1",
        stack: expect.any(String),
        cause: { message: "the cause" },
      },
      hash: "ab12",
    });
  });

  test("is bounded: a text, a list and a depth without end are cut", () => {
    const deep: Record<string, unknown> = {};
    let at = deep;
    for (let i = 0; i < 1000; i++) at = at.deeper = {};
    const given = { text: "x".repeat(1_000_000), list: Array.from({ length: 10_000 }, () => 1), deep };
    expect(JSON.stringify(withoutSecrets(given)).length).toBeLessThan(25_000);
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    expect(JSON.stringify(withoutSecrets(cyclic))).toContain("deeper");
  });

  test("is seen to leak by this test when only fields named at the first level are removed", () => {
    const byName = (value: unknown) =>
      JSON.stringify(value, (key, held) =>
        ["password", "token", "cookie", "authorization"].includes(key) ? "" : held,
      );
    const leaking = Object.values(LEAKS).filter((given) =>
      (given instanceof Error ? String(given.stack) : byName(given)).includes(CANARY),
    );
    expect(leaking.length).toBeGreaterThan(5);
  });
});

describe("the log", () => {
  const secrets = {
    NEXTAUTH_SECRET: "canary-of-sessions-0123456789abcdef",
    PARLEY_METRICS_TOKEN: "canary-of-metrics-01",
    DATABASE_URL: "postgresql://parley:canary%40of-database@127.0.0.1:1/parley",
  };
  const script = `
    import { log } from "#server/log.ts";
    import { logConsole } from "#server/operations/log-console.ts";
    import { requests } from "#server/request-scope.ts";
    logConsole();
    const all = ${JSON.stringify(Object.values(secrets))}.concat("canary@of-database");
    for (const secret of all) {
      log.info({ note: secret, [secret]: 1 }, "it is " + secret);
      log.error(new Error(secret));
      console.error(" ⨯ Error: " + secret, new Error(secret));
      console.log("%s", secret);
    }
    process.emitWarning("beware");
    requests.run({ id: "the-request", isRendered: false, faults: 0 }, () => setImmediate(() => console.warn("inside")));
  `;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", LOG_LEVEL: "debug", ...secrets },
    encoding: "utf8",
  });
  const lines = stderr.trim().split("\n");

  test("is one JSON object a line, whoever writes: packages by the console and Node's warnings too", () => {
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({
        level: expect.any(String),
        time: expect.any(String),
        msg: expect.any(String),
      });
    }
    expect(stderr).toContain("beware");
  });

  test("has none of the settings that are secret", () => {
    expect(stderr).toContain("[removed]");
    expect(stderr).not.toContain("canary");
  });

  test("names the request that a line belongs to", () => {
    expect(lines.map((line) => JSON.parse(line)).filter(({ requestId }) => requestId === "the-request")).toMatchObject([
      { level: "warn", msg: "inside" },
    ]);
  });
});
