import { isDeepStrictEqual } from "node:util";
import superjson, { type SuperJSONResult } from "superjson";
import type { Procedure } from "./api-procedures.ts";
import { askAs, type Way } from "./asking.ts";
import type { PeopledInstance } from "./peopled-instance.ts";

/** Names by which somebody may try to give themselves what only the server gives. */
const NAMES = ["role", "isAdmin", "balance", "userId", "createdAt", "__proto__", "constructor"];
const VALUE = { role: "admin", isAdmin: true, balance: "1000000" };

type Members = Record<string, unknown>;

/** Each object inside a value, itself among them, by the path to it. */
function objectsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, member]) => objectsIn(member, [...path, name]));
  return Array.isArray(value) ? inside : [path, ...inside];
}

const STAND_IN = "stands in for the name";

/** A body with one more member in one of its objects. `__proto__` can only be written into the text. */
function bodyWith(envelope: SuperJSONResult, path: readonly string[], name: string): string | undefined {
  const copy = structuredClone(envelope);
  const object = path.reduce<Members>((inside, key) => inside[key] as Members, copy.json as unknown as Members);
  if (Object.hasOwn(object, name)) return;
  object[STAND_IN] = VALUE;
  return JSON.stringify(copy).replace(JSON.stringify(STAND_IN), JSON.stringify(name));
}

/** Whether a procedure is given the same by both bodies, read as the server reads them. */
function isGivenTheSame({ input }: Procedure, body: string, plain: string): boolean {
  const [more, less] = [body, plain].map((text) => input?.safeParse(superjson.deserialize(JSON.parse(text))));
  return more?.success === true && less?.success === true && isDeepStrictEqual(more.data, less.data);
}

/** Sends each of the names in each object of a procedure's input: which are neither refused as unknown nor of no effect. */
export async function takenMembers(
  instance: PeopledInstance,
  procedure: Procedure,
  sample: unknown,
  way: Way = {},
): Promise<{ taken: string[]; sent: number; answers: string[] }> {
  const { path, type } = procedure;
  const envelope = superjson.serialize(sample);
  const plain = JSON.stringify(envelope);
  const who = path === "user.signUp" ? "anonymous" : "admin";
  const [taken, answers]: [string[], string[]] = [[], []];
  let sent = 0;
  for (const place of objectsIn(envelope.json)) {
    for (const name of NAMES) {
      const body = bodyWith(envelope, place, name);
      if (body === undefined) continue;
      sent++;
      const { status, rule, text } = await askAs(instance, who, { path, type, body }, way);
      answers.push(text);
      const isRefused = status === 400 && rule === "input_must_be_valid";
      if (isRefused || (name === "__proto__" && isGivenTheSame(procedure, body, plain))) continue;
      taken.push(`${path} takes ${[...place, name].join(".")}: ${status}`);
    }
  }
  return { taken, sent, answers };
}
