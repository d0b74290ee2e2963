import { conflict, guardRefusal, type Condition, type Refusal } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Model, ModelState, Provenance, Sunset } from "./model.js";

/** Days between the announcement of a model's end and that end, at the least. */
export const NOTICE_DAYS = 90;
const DAY_MS = 86_400_000;

/** From where each state is reached; `proposed` is where a model begins. */
export const MODEL_STEPS: Readonly<Record<Exclude<ModelState, "proposed">, readonly ModelState[]>> = {
  validated: ["proposed"],
  assessed: ["validated", "assessed"],
  approved: ["assessed"],
  refused: ["proposed", "validated", "assessed"],
  deprecated: ["approved"],
  retired: ["deprecated"],
};

const step = (model: Model, to: keyof typeof MODEL_STEPS): Refusal | null =>
  MODEL_STEPS[to].includes(model.state)
    ? null
    : conflict("model.no_transition", `Nothing leads from ${model.state} to ${to}.`);

const moved = (model: Model, fields: Partial<Model>): Model => ({ ...model, ...fields, version: model.version + 1 });

const withGuards = (conditions: readonly Condition[], next: Model): Result<Model> =>
  conditions.every(({ met }) => met)
    ? ok(next)
    : refuse(guardRefusal("model.guard_unmet", unmetOf(conditions), conditions));

const unmetOf = (conditions: readonly Condition[]): string =>
  conditions
    .filter(({ met }) => !met)
    .map(({ message }) => message)
    .join(" ");

/** The body whose declarant proposed it stands for the wish. */
export function validated(model: Model): Result<Model> {
  const wrong = step(model, "validated");
  return wrong === null ? ok(moved(model, { state: "validated" })) : refuse(wrong);
}

/** What was found about where it comes from. */
export function assessed(model: Model, provenance: Provenance): Result<Model> {
  const wrong = step(model, "assessed");
  return wrong === null ? ok(moved(model, { state: "assessed", provenance })) : refuse(wrong);
}

/**
 * Callers may be given it from now on.
 * @param rules what policy rules say of it, listed with the conditions of approval
 */
export function approved(model: Model, rules: readonly Condition[] = []): Result<Model> {
  const wrong = step(model, "approved");
  if (wrong !== null) return refuse(wrong);
  return withGuards([...approvalConditions(model), ...rules], moved(model, { state: "approved" }));
}

/** ANSSI's recommendations on generative AI, R6 and R20, and what a caller's data may not feed. */
export function approvalConditions({ provenance, licence }: Model): readonly Condition[] {
  const { format, sha256, runsIn, weights, trainingOnInputs, evalStatus } = provenance;
  const isOurs = runsIn === "own_pool";
  return [
    { code: "model.evaluated", met: evalStatus === "passed", message: "It passed its evaluation." },
    { code: "model.licensed", met: licence.trim() !== "", message: "Its licence is known." },
    {
      code: "model.placed",
      met: runsIn !== null && weights !== null,
      message: "Where it runs, and whether its weights are open, is known.",
    },
    {
      code: "model.format",
      met: !isOurs || (format !== null && format !== "pickle"),
      message: "Its format is known and runs no code when it is loaded.",
    },
    {
      code: "model.hash",
      met: !isOurs || sha256 !== null,
      message: "The hash of the weights that run in our pools is known.",
    },
    { code: "model.inputs", met: trainingOnInputs === "never", message: "What callers send trains nothing." },
  ];
}

export function refused(model: Model): Result<Model> {
  const wrong = step(model, "refused");
  return wrong === null ? ok(moved(model, { state: "refused" })) : refuse(wrong);
}

/** Announces the end of a model. @param replacement what takes its place, `null` when nothing does */
export function deprecated(model: Model, sunset: Sunset, replacement: Model | null): Result<Model> {
  const wrong = step(model, "deprecated");
  if (wrong !== null) return refuse(wrong);
  const notice = sunset.endsAt.getTime() - sunset.announcedAt.getTime();
  const conditions = [
    {
      code: "model.notice",
      met: notice >= NOTICE_DAYS * DAY_MS,
      message: `Its end is announced ${NOTICE_DAYS} days ahead.`,
    },
    {
      code: "model.replacement",
      met: replacement === null || (replacement.state === "approved" && replacement.id !== model.id),
      message: "What replaces it is another model, and approved.",
    },
  ];
  return withGuards(conditions, moved(model, { state: "deprecated", sunset }));
}

/** Callers are not served any more. @param aliases names that still lead to it */
export function retired(model: Model, aliases: readonly string[], now: Date): Result<Model> {
  const wrong = step(model, "retired");
  if (wrong !== null) return refuse(wrong);
  return withGuards(retirementConditions(model, aliases, now), moved(model, { state: "retired" }));
}

const retirementConditions = ({ sunset }: Model, aliases: readonly string[], now: Date): readonly Condition[] => [
  { code: "model.notice_over", met: sunset !== null && sunset.endsAt <= now, message: "Its notice is over." },
  { code: "model.no_alias", met: aliases.length === 0, message: "No alias leads to it: roles have another holder." },
];

export interface OpenModelStep {
  readonly to: keyof typeof MODEL_STEPS;
  /** What the step asks of the model as it stands; what it asks of the words of the act is not among them. */
  readonly conditions: readonly Condition[];
}

/** The steps that lead out of the present state. @param aliases names that lead to the model */
export function openModelSteps(model: Model, aliases: readonly string[], now: Date): readonly OpenModelStep[] {
  const asked: Partial<Record<ModelState, readonly Condition[]>> = {
    approved: approvalConditions(model),
    retired: retirementConditions(model, aliases, now),
  };
  const open = (Object.keys(MODEL_STEPS) as (keyof typeof MODEL_STEPS)[]).filter((to) =>
    MODEL_STEPS[to].includes(model.state),
  );
  return open.map((to) => ({ to, conditions: asked[to] ?? [] }));
}
