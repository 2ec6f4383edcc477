import type { Position } from "#core/market/position.ts";
import type { Tx } from "#db/client.ts";

/** Writes what one person holds, under the market's lock. */
export async function writePosition(tx: Tx, questionId: string, userId: string, position: Position): Promise<void> {
  const { sharesMicros, reservedMicros, basisMicros, realisedMicros } = position;
  await tx.$executeRaw`
    INSERT INTO positions (question_id, user_id, shares_micros, reserved_micros, basis_micros, realised_micros)
    VALUES (${questionId}::uuid, ${userId}::uuid, ${sharesMicros.map(String)}::bigint[], ${reservedMicros.map(String)}::bigint[],
      ${basisMicros.map(String)}::bigint[], ${realisedMicros})
    ON CONFLICT (question_id, user_id) DO UPDATE SET shares_micros = EXCLUDED.shares_micros,
      reserved_micros = EXCLUDED.reserved_micros, basis_micros = EXCLUDED.basis_micros, realised_micros = EXCLUDED.realised_micros`;
}
