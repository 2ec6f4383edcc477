import type { z } from "zod";
import { leavesOf, replacedAt } from "#tests/support/sample-input.ts";
import type { Procedure } from "./api-procedures.ts";

const SOME_ID = "0198c0de-0000-7000-8000-000000000000";
const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

/** What a schema takes in a place, found out by trying: an identifier, and no other word; or the last part of an address. */
function takesIdAt(schema: z.ZodType, sample: unknown, place: readonly string[]): boolean {
  const at = (value: string) => replacedAt(sample, place, value);
  return takes(schema, at(SOME_ID)) && !takes(schema, at("A word, and another"));
}

/** The places of an input in which an identifier may stand, read from what the schema takes. */
function placesOfIds(schema: z.ZodType, sample: unknown): (readonly string[])[] {
  return leavesOf(sample).filter((place) => place.length > 0 && takesIdAt(schema, sample, place));
}

/** The names of an object's members that a schema knows of, needed or not. */
function membersOf(schema: z.ZodType): string[] {
  const { shape = {}, options = [] } = schema._zod.def as unknown as { shape?: object; options?: z.ZodType[] };
  return [...Object.keys(shape), ...options.flatMap(membersOf)];
}

/** Inputs like this one, each with one more member that may be left out and takes an identifier, or a list of them. */
function withMore(schema: z.ZodType, sample: unknown): { readonly member: string; readonly given: unknown }[] {
  const given = sample as Record<string, unknown>;
  return membersOf(schema)
    .filter((member) => !(member in given))
    .flatMap((member) => [SOME_ID, [SOME_ID]].map((value) => ({ member, given: { ...given, [member]: value } })))
    .filter((more) => takes(schema, more.given));
}

/** Each place of a procedure's input that takes an identifier, with an input that has one there. */
export function placesIn({ input }: Procedure, sample: unknown): { place: readonly string[]; given: unknown }[] {
  if (!input) return [];
  const more = withMore(input, sample).flatMap(({ member, given }) =>
    placesOfIds(input, given)
      .filter(([first]) => first === member)
      .map((place) => ({ place, given })),
  );
  return [...placesOfIds(input, sample).map((place) => ({ place, given: sample })), ...more];
}

/** An input for each of these identifiers in each place that takes one. */
export function swappedInputs(
  procedure: Procedure,
  sample: unknown,
  ids: readonly string[],
): { readonly told: string; readonly given: unknown }[] {
  const { path, input } = procedure;
  return placesIn(procedure, sample).flatMap(({ place, given }) =>
    ids
      .map((id) => ({ told: `${path} with ${place.join(".")} = ${id}`, given: replacedAt(given, place, id) }))
      .filter((swapped) => input !== undefined && takes(input, swapped.given)),
  );
}
