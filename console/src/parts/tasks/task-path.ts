import { deskPath, TAB_OF } from "./desk-tabs";
import type { Task } from "./task-groups";

/** The page where the task is done. */
export function taskPath(task: Pick<Task, "kind" | "subjectType" | "subjectId" | "organisation">): string {
  const desk = TAB_OF[task.subjectType];
  if (desk !== undefined) return deskPath(desk, task.subjectId);
  switch (task.subjectType) {
    case "UseCase":
      return `/use-cases/${task.subjectId}/show${task.kind.startsWith("evaluation.") ? "?view=evaluations" : ""}`;
    case "Evaluation":
      return "/evaluations?view=RUNNING";
    case "Model":
      return `/models/${task.subjectId}/show`;
    case "ShadowTool":
      return "/shadow-tools?view=DECLARED";
    case "Training":
      return "/training?view=DECLARED";
    case "PlanRecord":
      return `/plan?open=${task.subjectId}`;
    case "Campaign":
      return `/campaigns/${task.subjectId}/show${task.kind.startsWith("need.") ? "?view=needs" : ""}`;
    case "Declaration":
      return `/declarations/${task.subjectId}/show`;
    case "Roadmap":
      return `/roadmaps/${task.subjectId}/show`;
    case "RoadmapExercise":
      return task.kind === "roadmap.consolidate" ? "/roadmaps?view=consolidation" : "/roadmaps";
    case "PolicyBundle":
      return "/policies";
    case "Pool":
      return `/pools/${task.subjectId}/show`;
    case "Allocation":
      return "/pools";
    case "Budget":
      return task.organisation === null ? "/usage" : `/organisations/${task.organisation.id}/show`;
    case "Membership":
    case "EmergencyAccess":
      return task.organisation === null ? "/organisations" : `/organisations/${task.organisation.id}/show`;
    case "Request":
      return `/requests?outcome=refused&period=week&useCase=${task.subjectId}`;
    case "Decision":
      return `/requests/${task.subjectId}/show`;
    default:
      return "/use-cases";
  }
}
