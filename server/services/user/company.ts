import { z } from "zod";
import { authorizePerson } from "#services/authorize.ts";
import { isSolo } from "#services/conflict/is-solo.ts";
import type { ServiceContext } from "#services/context.ts";

export const companyOutput = z.object({
  /** Others who may publish what the one who asks has drafted. */
  otherPublishers: z.number(),
  /** Others who may approve an answer. */
  otherAdmins: z.number(),
  /** One person may do alone what else takes two, and the record says so. */
  isSolo: z.boolean(),
});

/** Who else there is to be the second person that publishing and approving take. */
export async function company(ctx: ServiceContext): Promise<z.infer<typeof companyOutput>> {
  const { id } = authorizePerson(ctx, "read_drafts");
  const others = (role: { in: string[] }) =>
    ctx.db.user.count({ where: { id: { not: id }, passwordHash: { not: null }, role } });
  return {
    otherPublishers: await others({ in: ["moderator", "admin"] }),
    otherAdmins: await others({ in: ["admin"] }),
    isSolo: await isSolo(ctx.db),
  };
}
