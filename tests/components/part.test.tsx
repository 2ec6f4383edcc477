import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { z } from "zod";
import { part } from "#app/_components/part.tsx";
import { createCallerFactory, procedure, router } from "#server/api/trpc.ts";
import { requests } from "#server/request-scope.ts";

const wrongRow = router({
  rows: procedure.output(z.array(z.object({ count: z.int() }))).query(() => [{ count: Number.NaN }]),
});
const rows = () => createCallerFactory(wrongRow)({} as never).rows();

const asked = <T,>(run: () => Promise<T>) =>
  requests.run({ id: "request-1", isRendered: false, faults: 0, hasPassingFault: false }, run);

async function shown(make: () => Promise<string>): Promise<string> {
  return renderToStaticMarkup(await asked(() => part(make)({})));
}

test("a part of a page is what it makes", async () => {
  expect(await shown(async () => "All is well.")).toBe("All is well.");
});

test("a part whose answer is not as it should be is missing, and says by which reference the log has it", async () => {
  const html = await shown(async () => String((await rows()).length));
  expect(html).toContain("This part of the page could not be shown");
  expect(html).toContain("Reference request-1");
});

test("so is one that fails while it is made of what it got", async () => {
  const html = await shown(async () => (undefined as unknown as string).trim());
  expect(html).toContain("Reference request-1");
});

test.each<[string, () => never]>([
  ["what is not there", () => notFound()],
  ["what is elsewhere", () => redirect("/sign-in")],
  [
    "a database that is away",
    () => {
      throw new TRPCError({ code: "SERVICE_UNAVAILABLE" });
    },
  ],
  [
    "what somebody may not see",
    () => {
      throw new TRPCError({ code: "FORBIDDEN" });
    },
  ],
])("the whole page answers for %s", async (_, fail) => {
  const thrown = await shown(async () => fail()).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Error);
});
