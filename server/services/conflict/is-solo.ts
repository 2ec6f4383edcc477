import type { Db, Tx } from "#db/client.ts";

/** Admins who can sign in, and whether the instance is set to be run by one. */
export async function soloSetting(db: Db | Tx): Promise<{ isSet: boolean; admins: number }> {
  const { isSolo } = await db.instanceSettings.findUniqueOrThrow({ where: { id: 1 }, select: { isSolo: true } });
  const admins = await db.user.count({ where: { role: "admin", passwordHash: { not: null } } });
  return { isSet: isSolo, admins };
}

/** Whether one person may do alone what else takes two: the instance is set so, and has one admin. */
export async function isSolo(db: Db | Tx): Promise<boolean> {
  const { isSet, admins } = await soloSetting(db);
  return isSet && admins <= 1;
}
