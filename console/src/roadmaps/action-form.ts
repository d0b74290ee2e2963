import type { RoadmapActionInput, RoadmapActionRisk, RoadmapActionType } from "../generated/operations";

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
  readonly usersTotal: string;
  readonly risk: RoadmapActionRisk;
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

export const emptyAction = (dependencyId: string): ActionForm => ({
  dependencyId,
  type: "MIGRATE",
  title: "",
  owner: "",
  start: "",
  end: "",
  oneOffCostEuros: "0",
  runDeltaEuros: "0",
  usersTotal: "0",
  risk: "MEDIUM",
});

const whole = (typed: string): number => Number(typed.replace(/[\s\u00a0\u202f€]/gu, "").replace("\u2212", "-"));
const counted = (typed: string, least: number): boolean =>
  typed.trim() !== "" && Number.isInteger(whole(typed)) && whole(typed) >= least;

/** Fields to correct, as the server asks; a saving is a negative yearly change. */
export function wrongActionFields(form: ActionForm): readonly ActionField[] {
  const checks: readonly [ActionField, boolean][] = [
    ["title", form.title.trim() !== ""],
    ["owner", form.owner.trim() !== ""],
    ["start", form.start !== ""],
    ["end", form.end !== "" && form.end >= form.start],
    ["oneOffCostEuros", counted(form.oneOffCostEuros, 0)],
    ["runDeltaEuros", counted(form.runDeltaEuros, -1e11)],
    ["usersTotal", counted(form.usersTotal, 0)],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

export const toActionInput = (form: ActionForm): RoadmapActionInput => ({
  ...form,
  title: form.title.trim(),
  owner: form.owner.trim(),
  oneOffCostEuros: whole(form.oneOffCostEuros),
  runDeltaEuros: whole(form.runDeltaEuros),
  usersTotal: whole(form.usersTotal),
});
