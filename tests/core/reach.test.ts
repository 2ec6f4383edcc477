import { describe, expect, test } from "vitest";
import { readEnv } from "#server/env.ts";
import { ensureReachIsMeant, isLoopback } from "#server/reach.ts";

const SECRET = "x".repeat(32);

describe("a host", () => {
  test.each(["localhost", "LOCALHOST", "127.0.0.1", "127.8.8.8", "::1", "[::1]"])("is this machine alone: %s", (host) =>
    expect(isLoopback(host)).toBe(true),
  );

  test.each([
    "0.0.0.0",
    "::",
    "[::]",
    "192.168.1.4",
    "parley.example.org",
    "localhost.example.org",
    "127.example.org",
    "127.0.0.1.example.org",
  ])("is reached by others: %s", (host) => expect(isLoopback(host)).toBe(false));
});

describe("an instance", () => {
  const served = (settings: Record<string, string>) => () => ensureReachIsMeant(readEnv(settings));

  test.each<Record<string, string>>([
    {},
    { HOST: "127.0.0.1" },
    { HOST: "[::1]", PARLEY_URL: "http://localhost:3000" },
    { PARLEY_URL: "https://parley.example.org", NEXTAUTH_SECRET: SECRET },
    { HOST: "0.0.0.0", PARLEY_URL: "https://parley.example.org", NEXTAUTH_SECRET: SECRET },
    { HOST: "0.0.0.0", PARLEY_URL: "http://localhost:3000", NEXTAUTH_SECRET: SECRET },
  ])("is served with %j", (settings) => expect(served(settings)).not.toThrow());

  test.each<[Record<string, string>, RegExp]>([
    [{ HOST: "0.0.0.0" }, /PARLEY_URL.*\n.*NEXTAUTH_SECRET/],
    [{ HOST: "0.0.0.0", NEXTAUTH_SECRET: SECRET }, /Set PARLEY_URL/],
    [{ HOST: "0.0.0.0", PARLEY_URL: "http://localhost:3000" }, /Set NEXTAUTH_SECRET/],
    [{ HOST: "my-machine", PARLEY_URL: "http://127.0.0.1" }, /Set NEXTAUTH_SECRET/],
    [{ PARLEY_URL: "https://parley.example.org" }, /Set NEXTAUTH_SECRET/],
  ])("is not opened to others by accident, with %j", (settings, why) => expect(served(settings)).toThrow(why));
});
