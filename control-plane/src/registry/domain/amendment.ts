import { conflict, guardRefusal, type Refusal } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { AiUseCase } from "./ai-use-case.js";
import { amendedDossier, type Dossier } from "./dossier/dossier.js";
import { evaluateGuards, NOBODY } from "./guards.js";
import { FINAL_STATES, HELD_GUARDS, RUNNING_STATES } from "./life-cycle.js";
import { changesBetween, isMaterialChange, written, type AmendableField, type FieldChange } from "./material.js";

/** Fields that are absent stay as they are. */
export interface Amendment extends Partial<Pick<AiUseCase, AmendableField>> {
  readonly dossier?: Dossier;
}

/** What of an amendment is written at once, and what waits fora second person. */
export interface Amended {
  readonly useCase: AiUseCase;
  readonly written: readonly FieldChange[];
  readonly proposed: readonly FieldChange[];
}

/**
 * The next version of a declared use case. Past its first qualification one person changes nothing that a rule or a guard
 * reads: such changes are proposed. Labels are raised at once in any state, since a label only ever adds refusals to what
 * a use case says itself.
 */
export function amend(before: AiUseCase, amendment: Amendment, by: string): Result<Amended> {
  if (FINAL_STATES.includes(before.state)) return refuse(ended(before));
  const { dossier, ...fields } = amendment;
  const wanted: AiUseCase = {
    ...before,
    ...fields,
    dossier: dossier === undefined ? before.dossier : amendedDossier(before.dossier, dossier),
  };
  const changes = changesBetween(before, wanted);
  const free = (change: FieldChange): boolean =>
    before.state === "idea" || !isMaterialChange(change) || raisesLabels(before, wanted, change);
  const now = changes.filter(free);
  const amendedBy = by === before.declaredBy ? null : by;
  const useCase = { ...written(before, now), amendedBy, version: before.version + 1 };
  return ok({ useCase, written: now, proposed: changes.filter((change) => !free(change)) });
}

const raisesLabels = (before: AiUseCase, { labels }: AiUseCase, { field }: FieldChange): boolean =>
  field === "labels" && before.labels.every((label) => labels.includes(label));

/**
 * A use case with what two people agreed on. What stands against it is written as well, since rules then refuse its
 * requests; but what runs goes on saying who answers for it, who watches it and which data it handles.
 */
export function agreed(before: AiUseCase, changes: readonly FieldChange[]): Result<AiUseCase> {
  if (FINAL_STATES.includes(before.state)) return refuse(ended(before));
  const after = { ...written(before, changes), version: before.version + 1 };
  if (!RUNNING_STATES.includes(after.suspendedFrom ?? after.state)) return ok(after);
  const conditions = evaluateGuards(HELD_GUARDS, after, NOBODY);
  const unmet = conditions.filter(({ met }) => !met).map(({ message }) => message);
  return unmet.length === 0 ? ok(after) : refuse(guardRefusal("use_case.guard_unmet", unmet.join(" "), conditions));
}

const ended = ({ state }: AiUseCase): Refusal =>
  conflict("use_case.ended", `The use case is ${state}; it is not amended any more.`);
