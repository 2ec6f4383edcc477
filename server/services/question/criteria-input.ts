import { z } from "zod";
import type { Criteria, Match, Rule } from "#core/criteria/criteria.ts";
import { SOURCE_TIERS } from "#core/event/event.ts";
import { instantNumber, quantity } from "#services/safe-number.ts";
import { safeText } from "#services/safe-text.ts";

const MAX_LEVELS = 8;
const MAX_CHARACTERS = 20_000;

const code = safeText({ max: 80 });
const codes = z.array(code).max(30);
const typeCodes = z.array(code).max(20);

/** One match of the criteria language. */
export const matchInput: z.ZodType<Match> = z.strictObject({
  types: typeCodes,
  actors: z
    .strictObject({ all: codes.exactOptional(), any: codes.exactOptional(), none: codes.exactOptional() })
    .exactOptional(),
  roles: z
    .strictObject({
      initiator: codes.exactOptional(),
      recipient: codes.exactOptional(),
      mediator: codes.exactOptional(),
    })
    .exactOptional(),
  places: z.strictObject({ any: codes.exactOptional(), none: codes.exactOptional() }).exactOptional(),
  tags: codes.exactOptional(),
  magnitude: z
    .strictObject({
      min: quantity().exactOptional(),
      max: quantity().exactOptional(),
      unit: code.exactOptional(),
    })
    .exactOptional(),
});

const rules = z.lazy(() => z.array(rule).max(20));
const rule: z.ZodType<Rule> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("occurs"), match: matchInput, atLeast: z.int().min(1).max(1000).exactOptional() }),
    z.strictObject({ kind: z.literal("all"), rules }),
    z.strictObject({ kind: z.literal("any"), rules }),
    z.strictObject({ kind: z.literal("not"), rule }),
    z.strictObject({
      kind: z.literal("sequence"),
      rules,
      withinDays: z.number().positive().max(3660).exactOptional(),
    }),
  ]),
);

const frame = {
  window: z.strictObject({ from: instantNumber(), until: instantNumber(), zone: safeText({ max: 64 }) }),
  minimumSourceGroups: z.int().min(1, "At least one source must report an event.").max(10),
  minimumTier: z.enum(SOURCE_TIERS).exactOptional(),
  settlementLagHours: z
    .number()
    .min(0)
    .max(24 * 90),
};
const optionId = safeText({ max: 120 });

/** How deep a value is nested, without a call for every level, so that a hostile depth costs nothing. */
function levelsOf(value: unknown): number {
  let level: unknown[] = [value];
  for (let depth = 0; ; depth++) {
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
    if (level.length === 0 || depth > 4 * MAX_LEVELS) return depth;
  }
}

/** Criteria as they are sent. In a draft the options of a multiple-choice question are named by their labels. */
export const criteriaInput = z
  .unknown()
  .refine((value) => levelsOf(value) <= 2 * MAX_LEVELS + 4, { error: "The rule is nested too deeply.", abort: true })
  .refine((value) => (JSON.stringify(value) ?? "").length <= MAX_CHARACTERS, {
    error: "The rule is too long.",
    abort: true,
  })
  .pipe(
    z.union([
      z.strictObject({ ...frame, rule }),
      z.strictObject({
        ...frame,
        options: z.array(z.strictObject({ optionId, rule })).max(12),
        otherwise: optionId,
      }),
      z.strictObject({ ...frame, measure: z.enum(["count", "sum", "max", "min", "last"]), match: matchInput }),
      z.strictObject({ ...frame, first: matchInput }),
    ]),
  ) as unknown as z.ZodType<Criteria, Criteria>;
