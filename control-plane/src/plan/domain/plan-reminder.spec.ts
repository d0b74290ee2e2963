import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aPlanRecord } from "../../../../test/builders/plan-record.builder.js";
import { REMINDER_DAYS, reminderDue } from "./plan-reminder.js";

const record = aPlanRecord({ id: "1", organisationId: "etat", kind: "deadline", state: "awaited" });
const deadline = { ...record, dueOn: "2026-12-20" };
const at = (day: string, last: number | null = null) => reminderDue(deadline, day, last);

describe("a reminder", () => {
  it("comes thirty days before, a week, a day, and on the day, each once", () => {
    expect(["2026-11-19", "2026-11-20", "2026-12-13", "2026-12-19", "2026-12-20"].map((day) => at(day))).toEqual([
      ...[null, 30, 7, 1, 0],
    ]);
    expect(at("2026-11-25", 30)).toBeNull();
    expect(at("2026-12-14", 30)).toBe(7);
    expect(at("2026-12-21")).toBeNull();
  });

  it("is of the nearest alone when the watch begins late, and of nothing that has ended", () => {
    expect(at("2026-12-19")).toBe(1);
    expect(reminderDue({ ...deadline, state: "kept" }, "2026-12-19", null)).toBeNull();
  });

  it("is sent as often as there are days to remind on, whenever the watch looks", () => {
    const day = (left: number) => new Date(Date.parse("2026-12-20") - left * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), (looks) => {
        let last: number | null = null;
        const sent: number[] = [];
        for (const left of looks.toSorted((one, other) => other - one)) {
          const due = at(day(left), last);
          if (due === null) continue;
          expect(left).toBeLessThanOrEqual(due);
          sent.push(due);
          last = due;
        }
        expect(new Set(sent).size).toBe(sent.length);
        const nearest = Math.min(...looks);
        expect(sent.at(-1)).toBe(REMINDER_DAYS.filter((days) => nearest <= days).at(-1));
      }),
    );
  });
});
