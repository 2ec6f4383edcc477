import type { Db } from "#db/client.ts";
import { OWN_ACTS } from "./own-acts.ts";
import { PRIVILEGED_ACTS } from "./privileged-acts.ts";
import { actOf, type Stage } from "./stage.ts";

/** A mutation with all that it needs, ready to be done, on whichever way to the database. */
export interface PreparedAct {
  run(db: Db): Promise<unknown>;
}

/** The paths of all mutations of the router that write. */
export const WRITING = [...Object.keys(PRIVILEGED_ACTS), ...Object.keys(OWN_ACTS)];

export async function prepareAct(on: Stage, path: string): Promise<PreparedAct> {
  const privileged = PRIVILEGED_ACTS[path];
  const { by, input } = privileged
    ? { by: on[privileged[0]], input: await privileged[1](on) }
    : ((await OWN_ACTS[path]?.(on)) ?? { by: on.member, input: {} });
  return { run: (db) => actOf(on, { ...by, db }, path)(input) };
}
