import type { Task } from "./task-groups";

/** The page where the task is done. */
export function taskPath(task: Pick<Task, "kind" | "subjectType" | "subjectId" | "organisation">): string {
  switch (task.subjectType) {
    case "UseCase":
      return `/use-cases/${task.subjectId}/show${task.kind.startsWith("evaluation.") ? "?view=evaluations" : ""}`;
    case "Model":
      return `/models/${task.subjectId}/show`;
    case "ShadowTool":
      return "/shadow-tools?view=DECLARED";
    case "Training":
      return "/training?view=DECLARED";
    case "Pool":
      return `/pools/${task.subjectId}/show`;
    case "Allocation":
      return "/pools";
    case "Budget":
      return task.organisation === null ? "/usage" : `/organisations/${task.organisation.id}/show`;
    case "Decision":
      return `/requests/${task.subjectId}/show`;
    default:
      return "/use-cases";
  }
}
