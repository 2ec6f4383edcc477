import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { DomainError } from "#core/errors.ts";
import type { EventFormat } from "#core/event/import/event-file.ts";
import { bytesOfFile } from "#server/cli/bytes-of-file.ts";
import { ensureFileIsNew, writeNewFile } from "#server/cli/new-file.ts";
import { progressBar } from "#server/cli/progress-bar.ts";
import { reportFault } from "#server/cli/report-fault.ts";
import { withDatabase } from "#server/cli/with-database.ts";
import { type BroughtIn, bringInEvents } from "#server/files/bring-in-events.ts";
import { type FileText, textOfFile } from "#server/files/text-of-file.ts";
import { jobContext, type ServiceContext } from "#services/context.ts";
import { importEvents } from "#services/inbox/import-events.ts";
import { topicBySlug } from "#services/topic/queries.ts";
import { eventReportText } from "./event-report-text.ts";

export interface EventFilesOptions {
  readonly topic: string;
  /** Where rows go that were left out. */
  readonly leftOut?: string;
  readonly allowLeftOut?: boolean;
}

/** Files of events into the inbox of a topic: one that cannot be read keeps no other out. */
export async function importEventFiles(
  format: EventFormat,
  files: readonly string[],
  options: EventFilesOptions,
): Promise<void> {
  ensureWritable(files, options.leftOut);
  await withDatabase(async () => {
    const ctx = await jobContext("command-line");
    const { id: topicId } = await topicBySlug(ctx, { slug: options.topic });
    for (const file of files) {
      try {
        await importFile(ctx, { format, file, topicId }, options);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        reportFault(error, `${file}: `);
      }
    }
  });
}

function ensureWritable(files: readonly string[], leftOut: string | undefined): void {
  if (leftOut === undefined) return;
  if (files.length > 1) {
    throw new DomainError("left_out_must_be_of_one_file");
  }
  ensureFileIsNew(leftOut);
}

interface Import {
  readonly format: EventFormat;
  readonly file: string;
  readonly topicId: string;
}

async function importFile(ctx: ServiceContext, { format, file, topicId }: Import, options: EventFilesOptions) {
  const read = textOfFile(bytesOfFile(file));
  const bar = progressBar("hundredths");
  const run = randomUUID();
  const brought = await bringInEvents(format, read.text, {
    send: (part) => importEvents(ctx, { topicId, fileName: basename(file), run, isPreview: false, ...part }),
    advance: (share) => bar.advance(Math.round(share * 100), 100),
  }).finally(bar.end);
  console.log(`${file}: ${eventReportText(brought.report)}`);
  keepLeftOut(brought, read, options);
  if (brought.formFault) throw brought.formFault;
}

function keepLeftOut({ report, leftOut }: BroughtIn, { hasMark }: FileText, options: EventFilesOptions): void {
  if (leftOut === null) return;
  if (options.leftOut !== undefined) {
    writeNewFile(options.leftOut, `${hasMark ? "\ufeff" : ""}${leftOut}`);
    console.log(`  The rows that were left out are in ${options.leftOut}: mend them there and bring that file in.`);
  }
  if (options.allowLeftOut) return;
  process.exitCode = 1;
  const hint = options.leftOut === undefined ? " --left-out FILE writes them to a file to mend;" : "";
  console.error(`  ${report.leftOut} left out:${hint} --allow-left-out takes this for success.`);
}
