import { expect } from "vitest";
import { DomainError } from "#core/errors.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";
import { readBundle } from "#services/bundle/read-bundle.ts";
import { refuseFaults } from "#services/bundle/refuse-faults.ts";
import { importFaults } from "#services/import/faults/import-faults.ts";

const NOW = Date.UTC(2026, 10, 30);
export const bytesOf = (document: unknown) => Buffer.from(JSON.stringify(document));

/** What an import says is wrong with a file, line by line. */
export function faultsOf(bytes: Buffer): string[] {
  try {
    refuseFaults(importFaults(readBundle(bytes), NOW));
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe("import_must_be_readable");
    return sentenceOf(error).split("\n");
  }
}
