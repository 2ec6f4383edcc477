import { describe, expect, test } from "vitest";
import { occurredInterval } from "#core/event/occurred-interval.ts";

const hours = ({ from, until }: { from: number; until: number }) => (until - from) / 3_600_000;

describe("the interval of an event", () => {
  test("a day on which the clocks change is as long as its clocks make it", () => {
    const day = (from: string) => occurredInterval({ precision: "day", from, zone: "Europe/Berlin" });
    expect([hours(day("2026-03-29")), hours(day("2026-03-30")), hours(day("2026-10-25"))]).toEqual([23, 24, 25]);
  });

  test("what lasted for several days ends with the last of them", () => {
    const written = { precision: "day", from: "2026-02-05", until: "2026-02-06", zone: "Asia/Muscat" } as const;
    expect(hours(occurredInterval(written))).toBe(48);
  });

  test("days and months turn over at the end of months, years and leap Februaries", () => {
    const until = (precision: "day" | "month", from: string) =>
      new Date(occurredInterval({ precision, from, zone: "UTC" }).until).toISOString().slice(0, 10);
    expect(until("day", "2028-02-28")).toBe("2028-02-29");
    expect(until("day", "2026-12-31")).toBe("2027-01-01");
    expect(until("month", "2026-12")).toBe("2027-01-01");
    expect(until("month", "2028-02-17")).toBe("2028-03-01");
  });

  test.each([
    ["day", "2026-02-30", undefined, "UTC", "local_time_must_be_readable"],
    ["instant", "", undefined, "UTC", "local_time_must_be_readable"],
    ["month", "February", undefined, "UTC", "local_time_must_be_readable"],
    ["day", "2026-02-06", "2026-02-04", "UTC", "event_interval_must_be_in_order"],
    ["day", "2026-02-06", undefined, "Muscat", "zone_must_be_known"],
  ] as const)("a %s written %j to %j in %s is refused", (precision, from, until, zone, code) => {
    const interval = () => occurredInterval({ precision, from, until, zone });
    expect(interval).toThrow(expect.objectContaining({ code }));
  });
});
