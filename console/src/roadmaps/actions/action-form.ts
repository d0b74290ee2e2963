import type {
  ActionProgressInput,
  MilestoneInput,
  RoadmapActionInput,
  RoadmapActionProgress,
  RoadmapActionRisk,
  RoadmapActionType,
} from "../../generated/operations";
import type { ActionRow } from "../roadmap-states";
import { figureOf, isWhole, MOST_EUROS, MOST_PEOPLE, typedFigure } from "../typed-figures";

/** The form's fields as typed. */
export interface ActionForm {
  readonly dependencyId: string;
  readonly type: RoadmapActionType;
  readonly title: string;
  readonly owner: string;
  readonly start: string;
  readonly end: string;
  readonly oneOffCostEuros: string;
  readonly runDeltaEuros: string;
  readonly internalCostEuros: string;
  readonly source: string;
  readonly usersTotal: string;
  readonly risk: RoadmapActionRisk;
  readonly after: readonly string[];
  readonly milestones: readonly Required<MilestoneInput>[];
}
export type ActionField = keyof ActionForm;

export const ACTION_TYPES: readonly RoadmapActionType[] = [
  "MIGRATE",
  "RENEGOTIATE",
  "DUAL_RUN",
  "PILOT",
  "INSOURCE",
  "DECOMMISSION",
];
export const RISKS: readonly RoadmapActionRisk[] = ["LOW", "MEDIUM", "HIGH"];
export const PROGRESS: readonly RoadmapActionProgress[] = ["PLANNED", "RUNNING", "DONE", "ABANDONED"];

export const actionForm = (present: ActionRow | null, dependencyId: string): ActionForm => ({
  dependencyId: present?.dependencyId ?? dependencyId,
  type: present?.type ?? "MIGRATE",
  title: present?.title ?? "",
  owner: present?.owner ?? "",
  start: present?.start ?? "",
  end: present?.end ?? "",
  oneOffCostEuros: typedFigure(present?.oneOffCostEuros ?? 0),
  runDeltaEuros: typedFigure(present?.runDeltaEuros ?? 0),
  internalCostEuros: typedFigure(present?.internalCostEuros ?? 0),
  source: present?.source ?? "",
  usersTotal: typedFigure(present?.usersTotal ?? 0),
  risk: present?.risk ?? "MEDIUM",
  after: present?.after ?? [],
  milestones: present?.milestones ?? [],
});

/** Fields to correct, as the server asks; a saving is a negative yearly change. */
export function wrongActionFields(form: ActionForm, usersMigrated = 0): readonly ActionField[] {
  const checks: readonly [ActionField, boolean][] = [
    ["title", form.title.trim() !== ""],
    ["owner", form.owner.trim() !== ""],
    ["start", form.start !== ""],
    ["end", form.end !== "" && form.end >= form.start],
    ["oneOffCostEuros", isWhole(form.oneOffCostEuros, 0, MOST_EUROS)],
    ["runDeltaEuros", isWhole(form.runDeltaEuros, -MOST_EUROS, MOST_EUROS)],
    ["internalCostEuros", isWhole(form.internalCostEuros, 0, MOST_EUROS)],
    ["usersTotal", isWhole(form.usersTotal, usersMigrated, MOST_PEOPLE)],
    ["milestones", form.milestones.every(({ title, due }) => title.trim() !== "" && due !== "")],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

/** What the form shows, over what was told of the action's progress, which has its own act. */
export const toActionInput = (form: ActionForm, present: ActionRow | null): RoadmapActionInput => ({
  ...form,
  title: form.title.trim(),
  owner: form.owner.trim(),
  oneOffCostEuros: figureOf(form.oneOffCostEuros),
  runDeltaEuros: figureOf(form.runDeltaEuros),
  internalCostEuros: form.type === "INSOURCE" ? figureOf(form.internalCostEuros) : 0,
  usersTotal: figureOf(form.usersTotal),
  usersMigrated: present?.usersMigrated ?? 0,
  blocker: present?.blocker ?? "",
  evidence: present?.evidence ?? "",
  progress: present?.progress ?? "PLANNED",
});

export interface ProgressForm {
  readonly progress: RoadmapActionProgress;
  readonly usersMigrated: string;
  readonly blocker: string;
  readonly evidence: string;
}

export const progressForm = ({ progress, usersMigrated, blocker, evidence }: ActionRow): ProgressForm => ({
  progress,
  usersMigrated: String(usersMigrated),
  blocker,
  evidence,
});

export const wrongProgressFields = (form: ProgressForm, usersTotal: number): readonly (keyof ProgressForm)[] =>
  isWhole(form.usersMigrated, 0, usersTotal) ? [] : ["usersMigrated"];

export const toProgressInput = (form: ProgressForm): ActionProgressInput => ({
  progress: form.progress,
  usersMigrated: figureOf(form.usersMigrated),
  blocker: form.blocker.trim(),
  evidence: form.evidence.trim(),
});
