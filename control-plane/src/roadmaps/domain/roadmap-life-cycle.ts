import { conflict, guardRefusal, type Condition } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Action } from "../../kernel/use-case.js";
import { readiness } from "./readiness.js";
import type { Roadmap, RoadmapContent, RoadmapState } from "./roadmap.js";

interface Step {
  readonly from: RoadmapState;
  readonly to: RoadmapState;
  readonly action: RoadmapStepAction;
  /** The content has to be ready, and somebody other than its author decides. */
  readonly checked: boolean;
}
/** The ministry's validator, or whoever reviews for the State. */
export type RoadmapStepAction = Extract<Action, "validate" | "review">;

const step = (from: RoadmapState, to: RoadmapState, action: RoadmapStepAction, checked = false): Step => ({
  from,
  to,
  action,
  checked,
});

/** Who moves a roadmap where. Edits bring a returned one back to draft; consolidation is a step of its own use case. */
export const ROADMAP_STEPS: readonly Step[] = [
  step("draft", "ministry_validated", "validate", true),
  step("ministry_validated", "draft", "validate"),
  step("ministry_validated", "submitted", "validate"),
  step("submitted", "in_review", "review"),
  step("in_review", "returned", "review"),
  step("in_review", "accepted", "review"),
  step("accepted", "consolidated", "review"),
  step("consolidated", "tracked", "review"),
];

/** Steps out of a state that one person takes on one roadmap; consolidation takes all roadmaps at once. */
export const stepsFrom = (state: RoadmapState): readonly { readonly to: RoadmapState; readonly action: Action }[] =>
  ROADMAP_STEPS.filter(({ from, to }) => from === state && to !== "consolidated");

const CONTENT_STATES: readonly RoadmapState[] = ["draft", "returned"];
const PROGRESS_STATES: readonly RoadmapState[] = [...CONTENT_STATES, "accepted", "consolidated", "tracked"];

/** What an edit touches: what is planned, or how far it has come. */
export type EditKind = "content" | "progress";

/** The roadmap as the next edit leaves it, or why it cannot be edited now. */
export function edited(roadmap: Roadmap, kind: EditKind, by: string): Result<Roadmap> {
  const open = kind === "content" ? CONTENT_STATES : PROGRESS_STATES;
  if (!open.includes(roadmap.state))
    return refuse(conflict("roadmap.closed", `A roadmap that is ${roadmap.state} cannot be changed so.`));
  const next = { ...roadmap, version: roadmap.version + 1 };
  return ok(kind === "content" ? { ...next, state: "draft", declaredBy: by } : next);
}

/** The right that entering a state asks for; undefined when no step leads there. */
export const roadmapActionTowards = (to: RoadmapState): RoadmapStepAction | undefined =>
  ROADMAP_STEPS.find((each) => each.to === to)?.action;

/**
 * One step of the life cycle. Validation needs a complete content and a validator who is not its author.
 * Refusals: `roadmap.no_transition`, `roadmap.not_ready` with every condition, met or not.
 */
export function movedRoadmap(
  roadmap: Roadmap,
  content: RoadmapContent,
  to: RoadmapState,
  by: string,
  at: Date,
): Result<Roadmap> {
  const found = ROADMAP_STEPS.find((each) => each.from === roadmap.state && each.to === to);
  if (found === undefined)
    return refuse(conflict("roadmap.no_transition", `Nothing leads from ${roadmap.state} to ${to}.`));
  const conditions = found.checked ? [authorship(roadmap, by), ...readiness(content)] : [];
  const unmet = conditions.filter(({ met }) => !met);
  if (unmet.length > 0) {
    const message = unmet.map((condition) => condition.message).join(" ");
    return refuse(guardRefusal("roadmap.not_ready", message, conditions));
  }
  const submittedAt = to === "submitted" ? at : roadmap.submittedAt;
  return ok({ ...roadmap, state: to, submittedAt, version: roadmap.version + 1 });
}

const authorship = ({ declaredBy }: Roadmap, by: string): Condition => ({
  code: "validator.is_not_declarant",
  met: by !== declaredBy,
  message: "Somebody other than its author validates.",
});
