import type {
  ActionProgressInput,
  MilestoneInput,
  RoadmapActionInput,
  RoadmapActionProgress,
  RoadmapActionRisk,
  RoadmapActionType,
} from "../../generated/operations";
import { chosenIn, type FieldSpec, figureOf, type FormValues, rowsOf, typedFigure } from "../../parts/form/field-spec";
import { MOST_EUROS, MOST_PEOPLE } from "../figures";
import type { ActionRow, RoadmapSheet } from "../roadmap-states";

export type ActionField =
  | "dependencyId"
  | "title"
  | "type"
  | "owner"
  | "start"
  | "end"
  | "oneOffCostEuros"
  | "runDeltaEuros"
  | "internalCostEuros"
  | "usersTotal"
  | "risk"
  | "source"
  | "after"
  | "milestones";
export type ActionValues = FormValues<ActionField>;
type MilestoneField = keyof Required<MilestoneInput>;

const ACTION_TYPES: readonly RoadmapActionType[] = [
  "MIGRATE",
  "RENEGOTIATE",
  "DUAL_RUN",
  "PILOT",
  "INSOURCE",
  "DECOMMISSION",
];
const RISKS: readonly RoadmapActionRisk[] = ["LOW", "MEDIUM", "HIGH"];
const PROGRESS: readonly RoadmapActionProgress[] = ["PLANNED", "RUNNING", "DONE", "ABANDONED"];
const MILESTONE: readonly FieldSpec<MilestoneField>[] = [
  { name: "title", kind: "line", max: 200, words: "roadmaps.milestone" },
  { name: "due", kind: "day", words: "roadmaps.milestone" },
  { name: "reached", kind: "yes", words: "roadmaps.milestone" },
];

type Words = (key: string) => string;
const worded = (t: Words, values: readonly string[], key: string) =>
  values.map((one) => [one, t(`${key}.${one}`)] as const);
const euros = (name: ActionField, min = 0) =>
  ({ name, kind: "whole", min, max: MOST_EUROS, unit: "€", half: true }) as const;

/**
 * What, by whom, when, for how much, after what; a saving is a negative yearly change.
 * @param present the action that is corrected: it does not come after itself, nor concerns fewer users than have moved
 */
export const actionSpecs =
  (t: Words, content: RoadmapSheet["content"], present: ActionRow | null) =>
  ({ type }: Pick<ActionValues, "type">): readonly FieldSpec<ActionField>[] => {
    const others = content.actions.filter(({ id }) => id !== present?.id);
    const after: FieldSpec<ActionField> = {
      ...{ name: "after", kind: "many", optional: true },
      choices: others.map(({ id, title }) => [id, title]),
    };
    return [
      { name: "dependencyId", kind: "choice", choices: content.dependencies.map(({ id, product }) => [id, product]) },
      { name: "title", kind: "line" },
      { name: "type", kind: "choice", choices: worded(t, ACTION_TYPES, "roadmapActionType"), half: true },
      { name: "owner", kind: "line", half: true },
      { name: "start", kind: "day", half: true },
      { name: "end", kind: "day", half: true },
      euros("oneOffCostEuros"),
      euros("runDeltaEuros", -MOST_EUROS),
      ...(type === "INSOURCE" ? [euros("internalCostEuros")] : []),
      { name: "usersTotal", kind: "whole", min: present?.usersMigrated ?? 0, max: MOST_PEOPLE, half: true },
      { name: "risk", kind: "choice", choices: worded(t, RISKS, "roadmapRisk"), half: true },
      { name: "source", kind: "line", optional: true },
      ...(others.length === 0 ? [] : [after]),
      { name: "milestones", kind: "rows", columns: MILESTONE },
    ];
  };

export const actionForm = (present: ActionRow | null, dependencyId: string): ActionValues => ({
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
  after: (present?.after ?? []).join(","),
  milestones: JSON.stringify(
    (present?.milestones ?? []).map(({ title, due, reached }) => ({ title, due, reached: reached ? "yes" : "" })),
  ),
});

/** An action does not end before it starts. */
export const wrongAction = ({ start, end }: ActionValues): readonly ActionField[] => (end < start ? ["end"] : []);

const milestoneOf = ({ title, due, reached }: FormValues<MilestoneField>): Required<MilestoneInput> => ({
  title: title.trim(),
  due,
  reached: reached === "yes",
});

/** What the form shows, over what was told of the action's progress, which has its own act. */
export const toActionInput = (typed: ActionValues, present: ActionRow | null): RoadmapActionInput => ({
  ...typed,
  type: typed.type as RoadmapActionType,
  risk: typed.risk as RoadmapActionRisk,
  title: typed.title.trim(),
  owner: typed.owner.trim(),
  oneOffCostEuros: figureOf(typed.oneOffCostEuros),
  runDeltaEuros: figureOf(typed.runDeltaEuros),
  internalCostEuros: typed.type === "INSOURCE" ? figureOf(typed.internalCostEuros) : 0,
  usersTotal: figureOf(typed.usersTotal),
  after: chosenIn(typed.after),
  milestones: rowsOf<MilestoneField>(typed.milestones).map(milestoneOf),
  usersMigrated: present?.usersMigrated ?? 0,
  blocker: present?.blocker ?? "",
  evidence: present?.evidence ?? "",
  progress: present?.progress ?? "PLANNED",
});

export type ProgressField = "progress" | "usersMigrated" | "blocker" | "evidence";

/** It moves no more users than the action concerns. */
export const progressSpecs = (t: Words, usersTotal: number, ofUsers: string): readonly FieldSpec<ProgressField>[] => [
  { name: "progress", kind: "choice", choices: worded(t, PROGRESS, "roadmapProgress"), half: true },
  { name: "usersMigrated", kind: "whole", min: 0, max: usersTotal, unit: ofUsers, half: true },
  { name: "blocker", kind: "text", optional: true, max: 2000 },
  { name: "evidence", kind: "text", optional: true, max: 2000 },
];

export const progressForm = ({ progress, usersMigrated, blocker, evidence }: ActionRow): FormValues<ProgressField> => ({
  progress,
  usersMigrated: String(usersMigrated),
  blocker,
  evidence,
});

export const toProgressInput = (typed: FormValues<ProgressField>): ActionProgressInput => ({
  progress: typed.progress as RoadmapActionProgress,
  usersMigrated: figureOf(typed.usersMigrated),
  blocker: typed.blocker.trim(),
  evidence: typed.evidence.trim(),
});
