import type { z } from "zod";

/** What a sample is made of where a schema alone does not say enough: values by the name of the field. */
export type Bag = Readonly<Record<string, unknown>>;

interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Record<string, unknown>;
  readonly getter?: () => z.ZodType;
}

const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;

/** Inputs that a schema takes, every field of them given: one, or one for each of the kinds it tells apart. */
export function sampleInputs(schema: z.ZodType, bag: Bag, name = ""): unknown[] {
  const def = defOf(schema);
  if (def.type !== "object" && name in bag) return [bag[name]];
  if (def.innerType) return sampleInputs(def.innerType, bag, name);
  switch (def.type) {
    case "pipe":
      return def.in ? sampleInputs(def.in, bag, name) : [];
    case "lazy":
      return def.getter ? sampleInputs(def.getter(), bag, name) : [];
    case "union":
      return (def.options ?? []).flatMap((option) => sampleInputs(option, bag, name));
    case "array":
      return [def.element ? sampleInputs(def.element, bag, name).slice(0, 1) : []];
    case "object": {
      const members = Object.entries(def.shape ?? {});
      return [Object.fromEntries(members.map(([key, member]) => [key, sampleInputs(member, bag, key)[0]]))];
    }
    default:
      return [plainSample(def)];
  }
}

function plainSample({ type, values = [], entries = {} }: Def): unknown {
  if (type === "literal") return values[0];
  if (type === "enum") return Object.values(entries)[0];
  const samples: Record<string, unknown> = {
    string: "Words enough for what is asked",
    number: 1,
    int: 1,
    bigint: 1_000_000n,
    boolean: false,
    date: new Date(),
  };
  if (!(type in samples)) throw new Error(`No sample is known for ${type}.`);
  return samples[type];
}

/** Where a value holds texts, numbers, instants and the like: the path to each. */
export function leavesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null || value instanceof Date) return [path];
  const inside = Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
  return [path, ...inside];
}

/** The same value with another one at a place. */
export function replacedAt(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? replacedAt(item, rest, by) : item));
  const members = value as Record<string, unknown>;
  return { ...members, [key]: replacedAt(members[key], rest, by) };
}

/** The value at a place. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], value);
}
