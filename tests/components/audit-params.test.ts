import { describe, expect, test } from "vitest";
import { auditFiltersFrom, auditQuery, auditScope } from "#app/(site)/admin/audit/_components/audit-params.ts";

describe("the filters of the audit log", () => {
  test("come from the address and go back into it", () => {
    const query = { actor: " ada ", action: "log-event", from: "2026-02-01", until: "2026-02-08", before: "12" };
    const filters = auditFiltersFrom(query);
    expect(filters).toEqual({ ...query, actor: "ada" });
    expect(auditFiltersFrom(Object.fromEntries(new URLSearchParams(auditQuery(filters))))).toEqual(filters);
  });

  test.each([
    ["a cursor that is no number", { before: "x" }],
    ["a day that is none", { from: "2026-02-31x" }],
    ["a month that is none", { until: "2026-13-01" }],
    ["several at once", { actor: ["a", "b"] }],
    ["nothing but spaces", { subject: "  " }],
    ["what is no filter", { role: "admin" }],
  ])("leave out %s", (_, query) => {
    expect(auditFiltersFrom(query)).toEqual({});
  });

  test("take the last day in whole", () => {
    const { from, until } = auditScope({ from: "2026-02-01", until: "2026-02-08" });
    expect([from, until]).toEqual([new Date("2026-02-01T00:00:00Z"), new Date("2026-02-09T00:00:00Z")]);
  });
});
