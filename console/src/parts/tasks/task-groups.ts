import type { HomeData } from "../../generated/operations";

export type Task = HomeData["tasks"][number];
export type GroupName = "late" | "week" | "later" | "open";

export interface TaskGroup {
  readonly name: GroupName;
  readonly tasks: readonly Task[];
}

const DAY = 86_400_000;

/** Whole days until `iso`, in calendar days of the reader: 0 today, negative when past. */
export function daysUntil(iso: string, now: Date): number {
  const midnight = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(new Date(iso)) - midnight(now)) / DAY);
}

function groupOf(task: Task, now: Date): GroupName {
  if (task.dueAt === null) return "open";
  const days = daysUntil(task.dueAt, now);
  if (days < 0) return "late";
  return days <= 7 ? "week" : "later";
}

/** Late first, then this week, later, and what has no date; each by date. Empty groups are left out. */
export function groupTasks(tasks: readonly Task[], now: Date): readonly TaskGroup[] {
  const order: readonly GroupName[] = ["late", "week", "open", "later"];
  const byDate = [...tasks].sort((a, b) => (a.dueAt ?? "9999").localeCompare(b.dueAt ?? "9999"));
  return order
    .map((name) => ({ name, tasks: byDate.filter((task) => groupOf(task, now) === name) }))
    .filter((group) => group.tasks.length > 0);
}
