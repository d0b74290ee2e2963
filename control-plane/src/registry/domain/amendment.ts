import { conflict, guardRefusal, type Refusal } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { AiUseCase } from "./ai-use-case.js";
import { amendedDossier, type Dossier } from "./dossier/dossier.js";
import { evaluateGuards } from "./guards.js";
import { FINAL_STATES, RUNNING_GUARDS, RUNNING_STATES } from "./life-cycle.js";

/** What validation looked at: another value of these is another use case. */
const MATERIAL_FIELDS = [
  "labels",
  "decisionRole",
  "affectsIndividuals",
  "staffEffect",
  "serviceClass",
] as const satisfies readonly (keyof AiUseCase)[];
type MaterialField = (typeof MATERIAL_FIELDS)[number];

type AmendableField = MaterialField | "name" | "description" | "maxOutputTokens" | "ownerEmail" | "oversight";

/** Fields that are absent stay as they are. */
export interface Amendment extends Partial<Pick<AiUseCase, AmendableField>> {
  readonly dossier?: Dossier;
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const changed = (before: AiUseCase, after: AiUseCase): readonly MaterialField[] =>
  MATERIAL_FIELDS.filter((field) => !sameValue(before[field], after[field]));

/**
 * The next version of a declared use case. Before it runs, a change of what validation looked at takes it back to
 * `idea`, to be validated again; while it runs such a change is refused, since its keys would answer under facts that
 * nobody validated. Nothing that a running use case must go on saying can be taken out.
 */
export function amend(before: AiUseCase, amendment: Amendment, by: string): Result<AiUseCase> {
  if (FINAL_STATES.includes(before.state)) return refuse(ended(before));
  const { dossier, ...fields } = amendment;
  const after: AiUseCase = {
    ...before,
    ...fields,
    dossier: dossier === undefined ? before.dossier : amendedDossier(before.dossier, dossier),
    amendedBy: by === before.declaredBy ? null : by,
    version: before.version + 1,
  };
  const material = changed(before, after);
  if (material.length === 0) return soundWhileRunning(after);
  if (before.state === "suspended" || RUNNING_STATES.includes(before.state)) return refuse(inUse(material));
  return ok({ ...after, state: "idea" });
}

function soundWhileRunning(after: AiUseCase): Result<AiUseCase> {
  if (!RUNNING_STATES.includes(after.suspendedFrom ?? after.state)) return ok(after);
  const conditions = evaluateGuards(RUNNING_GUARDS, { useCase: after, by: "" });
  const unmet = conditions.filter(({ met }) => !met).map(({ message }) => message);
  if (unmet.length === 0) return ok(after);
  return refuse(guardRefusal("use_case.guard_unmet", unmet.join(" "), conditions));
}

const ended = ({ state }: AiUseCase): Refusal =>
  conflict("use_case.ended", `The use case is ${state}; it is not amended any more.`);

const inUse = (fields: readonly string[]): Refusal =>
  conflict(
    "use_case.material_in_use",
    `${fields.join(", ")}: what a use case that runs was validated for is not changed under its keys; declare another.`,
  );
