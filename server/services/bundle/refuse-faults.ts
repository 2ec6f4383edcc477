import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import { DomainError } from "#core/errors.ts";
import { joined, type PlacedFault } from "./bundle-shape.ts";
import type { ReadBundle } from "./read-bundle.ts";

/** More than anybody mends before trying again. */
const MAX_TOLD = 200;

/** A fault of a record by its place in the file, with whose forecast it is where it is one. */
export function placedFault({ document, placeOf }: ReadBundle, fault: BundleFault): PlacedFault {
  const { list, index, field, message } = fault;
  const { text, order } = placeOf(list, index);
  const forecast = list === "forecasts" ? document.forecasts[index] : undefined;
  const whose = forecast
    ? ` (${forecast.forecasterId} on ${forecast.questionId}, ${new Date(forecast.madeAt).toISOString()})`
    : "";
  const at = joined(text, field);
  const isText = typeof message === "string";
  return { order, text: isText ? `${at}: ${message}${whose}` : { at, broken: message, whose } };
}

/** Throws, if anything is wrong with a file, the error that names all of it, in the order of the file. */
export function refuseFaults(faults: readonly PlacedFault[]): void {
  if (faults.length === 0) return;
  const told = faults
    .toSorted((one, other) => one.order - other.order)
    .slice(0, MAX_TOLD)
    .map(({ text }) => text);
  const more = faults.length - told.length;
  throw new DomainError("import_must_be_readable", { reason: "faults", faults: told, more });
}
