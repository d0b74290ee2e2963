import { describe, expect, it } from "vitest";
import { type Task, daysUntil, groupTasks } from "./task-groups";

const now = new Date(2026, 10, 24, 14, 32);
const task = (id: string, dueAt: Date | null): Task => ({
  id,
  kind: "use_case.validate",
  subjectType: "UseCase",
  subjectId: id,
  title: id,
  detail: null,
  dueAt: dueAt?.toISOString() ?? null,
  organisation: null,
});

describe("what I need to do", () => {
  it("counts calendar days, not hours", () => {
    expect(daysUntil(new Date(2026, 10, 25, 0, 5).toISOString(), now)).toBe(1);
    expect(daysUntil(new Date(2026, 10, 24, 23, 0).toISOString(), now)).toBe(0);
  });
  it("puts what is late first and drops empty groups", () => {
    const groups = groupTasks(
      [task("later", new Date(2026, 11, 15)), task("open", null), task("late", new Date(2026, 10, 23))],
      now,
    );
    expect(groups.map((group) => [group.name, group.tasks.map((one) => one.id)])).toEqual([
      ["late", ["late"]],
      ["open", ["open"]],
      ["later", ["later"]],
    ]);
  });
});
