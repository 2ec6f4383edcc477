import { readdirSync } from "node:fs";
import { z } from "zod";
import { DomainError } from "#core/errors.ts";
import type { BenchResolution } from "#core/ranking/forecastbench-row.ts";
import { statedDay } from "#core/time/stated-day.ts";
import { type BenchFault, type BenchPlace, schemaFaults } from "./bench-fault.ts";
import { benchFile, jsonMembers, jsonRecords } from "./bench-file.ts";
import { benchId, benchSource } from "./read-bench-questions.ts";

const RESOLUTION_SET = /^resolution_set_(\d{4}-\d{2}-\d{2})\.json$/;

const resolution = z.object({
  // Sets of other surveys also answer several questions at once.
  id: z.union([benchId(), z.array(benchId()).min(1)], "A text must stand here."),
  source: benchSource(),
  resolution_date: z
    .string("A day must stand here.")
    .refine((date) => statedDay(date) !== null, "Not a day as 2024-08-20 is."),
  resolved_to: z.number("A number must stand here.").min(0, "Below 0.").max(1, "Above 1."),
  resolved: z.boolean("True or false must stand here."),
});

export interface PlacedResolution extends BenchResolution, BenchPlace {}

export interface ResolutionSet {
  readonly name: string;
  readonly resolutions: readonly PlacedResolution[];
  readonly faults: readonly BenchFault[];
}

function filesOf(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    throw new DomainError("import_must_be_readable", {
      reason: "of_file",
      file: directory,
      problem: (error as Error).message,
    });
  }
}

/** The folder's resolution sets, oldest first, each record checked by itself. */
export function readResolutionSets(directory: string): ResolutionSet[] {
  return filesOf(directory)
    .filter((name) => RESOLUTION_SET.test(name))
    .sort()
    .map((name) => readSet(directory, name));
}

function readSet(directory: string, name: string): ResolutionSet {
  const file = benchFile(directory, name);
  const { records, faults } = jsonRecords(file, jsonMembers(file).get("resolutions"), "resolutions");
  const resolutions = records.flatMap(({ record, ...place }): PlacedResolution[] => {
    const read = resolution.safeParse(record);
    if (!read.success) {
      faults.push(...schemaFaults(place, record, read.error));
      return [];
    }
    const { id, source, resolution_date: resolutionDate, resolved_to: resolvedTo, resolved: isResolved } = read.data;
    return typeof id === "string" ? [{ ...place, id, source, resolutionDate, resolvedTo, isResolved }] : [];
  });
  return { name: RESOLUTION_SET.exec(name)?.[1] ?? name, resolutions, faults };
}
