import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Notice } from "#core/notice/notice.ts";
import type { Database } from "#db/client.ts";
import { unreadNotices } from "#services/notice/queries.ts";
import { readNotices } from "#services/notice/read-notices.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import { transact } from "#services/transact.ts";
import { listNotices } from "#tests/support/as-requested.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { shownNotices } from "#tests/support/shown-notices.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const question = (title: string) => ({ question: { slug: "x", title } });
const tell = (personIds: string[], title: string) =>
  transact(job(database.prisma), (tx) =>
    writeNotices(tx, { kind: "resolution_due", params: question(title) }, personIds),
  );
const titleOf = (notice: Notice) => (notice.kind === "resolution_due" ? notice.params.question.title : notice.kind);

describe("notices", () => {
  test("each person is told once, and sees only their own, the newest first", async () => {
    const [reader, other] = [await someone(database.prisma), await someone(database.prisma)];
    await tell([reader.actor.id, other.actor.id, reader.actor.id], "First");
    await tell([reader.actor.id], "Second");
    const { items, nextCursor } = await listNotices(reader, {});
    expect(items.map(({ isNew, ...notice }) => [titleOf(notice), isNew])).toEqual([
      ["Second", true],
      ["First", true],
    ]);
    expect(nextCursor).toBeNull();
    expect((await listNotices(other, {})).items).toHaveLength(1);
    expect(await unreadNotices(reader)).toBe(2);
  });

  test("what has been seen is no longer new, and an older reading takes nothing back", async () => {
    const reader = await someone(database.prisma);
    await tell([reader.actor.id], "Early");
    const [early] = (await listNotices(reader, {})).items;
    const until = early?.createdAt ?? new Date(0);
    await readNotices(reader, { until });
    await readNotices(reader, { until: new Date(0) });
    expect(await unreadNotices(reader)).toBe(0);
    await new Promise((done) => setTimeout(done, 5));
    await tell([reader.actor.id], "Late");
    expect((await listNotices(reader, {})).items.map(({ isNew }) => isNew)).toEqual([true, false]);
  });

  test("a long list is read page by page without a gap", async () => {
    const reader = await someone(database.prisma);
    for (const title of ["1", "2", "3"]) await tell([reader.actor.id], title);
    const first = await listNotices(reader, { limit: 2 });
    const second = await listNotices(reader, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(titleOf)).toEqual(["3", "2", "1"]);
    expect(second.nextCursor).toBeNull();
  });

  test("a stored notice of an unknown kind, or that lacks something, is shown as one that cannot be, beside the others", async () => {
    const reader = await someone(database.prisma);
    const personId = reader.actor.id;
    await tell([personId], "Before");
    await database.prisma.notice.create({ data: { personId, kind: "of_a_later_version", params: {} } });
    await database.prisma.notice.create({ data: { personId, kind: "resolution_final", params: { peer: 1 } } });
    await tell([personId], "After");
    const { items } = await listNotices(reader, {});
    expect(items.map(titleOf)).toEqual(["After", "unreadable", "unreadable", "Before"]);
    expect((await shownNotices(reader))[1]).toMatchObject({ title: "A notice that cannot be shown" });
  });

  test("somebody not signed in has none, and a notice lacks no parameter and never changes", async () => {
    const reader = await someone(database.prisma);
    expect(await unreadNotices(anonymous(database.prisma))).toBe(0);
    await expect(listNotices(anonymous(database.prisma), {})).rejects.toMatchObject({
      code: "actor_must_be_signed_in",
    });
    const lacking = { kind: "resolution_flagged", params: question("Without a reason") } as unknown as Notice;
    await expect(
      transact(job(database.prisma), (tx) => writeNotices(tx, lacking, [reader.actor.id])),
    ).rejects.toThrow();
    await tell([reader.actor.id], "Kept");
    await expect(
      database.prisma.notice.updateMany({ where: { personId: reader.actor.id }, data: { params: {} } }),
    ).rejects.toThrow(/record_must_not_change/);
  });
});
