export const ACTION_TYPES = ["migrate", "renegotiate", "dual_run", "pilot", "insource", "decommission"] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

export const ACTION_PROGRESS = ["planned", "running", "done", "abandoned"] as const;
export type ActionProgress = (typeof ACTION_PROGRESS)[number];

export const ACTION_RISKS = ["low", "medium", "high"] as const;
export type ActionRisk = (typeof ACTION_RISKS)[number];

export interface Milestone {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly reached: boolean;
}

/** What a ministry does about one of its dependencies. */
export interface RoadmapAction {
  readonly id: string;
  readonly dependencyId: string;
  readonly type: ActionType;
  readonly title: string;
  readonly owner: string;
  /** `YYYY-MM-DD`; the end is not before the start. */
  readonly start: string;
  readonly end: string;
  /** Whole euros, once. */
  readonly oneOffCostEuros: number;
  /** Whole euros a year once it is done; negative is a saving. */
  readonly runDeltaEuros: number;
  /** For insourcing: whole euros a year of internal work. */
  readonly internalCostEuros: number;
  /** Where its figures come from; empty when nobody said. */
  readonly source: string;
  readonly usersMigrated: number;
  readonly usersTotal: number;
  /** Actions of the same roadmap that have to be done before. */
  readonly after: readonly string[];
  /** What stands in the way and is no action of this roadmap; empty when nothing does. */
  readonly blocker: string;
  readonly risk: ActionRisk;
  readonly evidence: string;
  readonly milestones: readonly Milestone[];
  readonly progress: ActionProgress;
}

const ENDED: readonly ActionProgress[] = ["done", "abandoned"];

/** Why an action cannot go on: something stands in its way, or an action before it was abandoned. */
export function blockedBecause(
  action: RoadmapAction,
  all: ReadonlyMap<string, RoadmapAction>,
): "blocker" | "predecessor_abandoned" | "predecessor_late" | null {
  if (ENDED.includes(action.progress)) return null;
  if (action.blocker !== "") return "blocker";
  const before = action.after.map((id) => all.get(id)).filter((each) => each !== undefined);
  if (before.some(({ progress }) => progress === "abandoned")) return "predecessor_abandoned";
  return before.some(({ progress, end }) => progress !== "done" && end > action.start) ? "predecessor_late" : null;
}

/** An action that should have ended by that day (`YYYY-MM-DD`) and has not. */
export const isLate = ({ progress, end }: RoadmapAction, today: string): boolean =>
  !ENDED.includes(progress) && end < today;

/** Ids of actions that would have to be done before themselves; empty when the order is one. */
export function circularActions(actions: readonly RoadmapAction[]): readonly string[] {
  const waiting = new Map(actions.map((action) => [action.id, new Set(action.after)]));
  for (let free = freeOf(waiting); free.length > 0; free = freeOf(waiting)) {
    for (const id of free) waiting.delete(id);
    for (const before of waiting.values()) for (const id of free) before.delete(id);
  }
  return [...waiting.keys()].toSorted();
}

const freeOf = (waiting: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] =>
  [...waiting].filter(([, before]) => before.size === 0).map(([id]) => id);
