import type { z } from "zod";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import type { ReadNoticesInput } from "./input.ts";
import type { noticeReadingOutput } from "./output.ts";

/** Marks one's notices as seen up to an instant; never takes back what was seen before. */
export function readNotices(
  ctx: ServiceContext,
  input: ReadNoticesInput,
): Promise<z.infer<typeof noticeReadingOutput>> {
  const { id } = authorizePerson(ctx, "read_own_notices");
  const { until } = input;
  return transact(ctx, async (tx) => {
    const [row] = await tx.$queryRaw<{ readUntil: Date }[]>`
      INSERT INTO notice_readings (person_id, read_until) VALUES (${id}::uuid, LEAST(${until}, clock_timestamp()))
      ON CONFLICT (person_id) DO UPDATE SET read_until = GREATEST(notice_readings.read_until, EXCLUDED.read_until)
      RETURNING read_until AS "readUntil"`;
    if (!row) throw new Error("The reading was not kept.");
    return row;
  });
}
