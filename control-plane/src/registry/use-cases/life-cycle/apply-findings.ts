import type { DataLabel } from "@socle/contracts";
import { conflict, invalidInput } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Done } from "../../../kernel/use-case.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { amendedDossier, dossierSchema, type Dossier } from "../../domain/dossier/dossier.js";
import type { EvidenceKind } from "../../domain/evidence.js";
import { FINAL_STATES } from "../../domain/life-cycle.js";
import { changesBetween, forJournal } from "../../domain/material.js";
import type { UseCaseRepository } from "../../ports/use-case-repository.port.js";
import { recordMove } from "./record-change.js";

/** What an assessment found of a use case. */
export interface Findings {
  readonly evidence: AiUseCase["evidence"];
  /** A piece that what was found takes the place of. */
  readonly withdrawn: EvidenceKind | null;
  /** Fields of the dossier as their schema takes them; `null` takes one out. */
  readonly dossier: Readonly<Record<string, unknown>>;
  /** Labels that its data turn out to carry: they are only ever added. */
  readonly raisedLabels: readonly DataLabel[];
}

/**
 * Puts on a use case's file what was concluded elsewhere by two people, so that guards and rules read it. The use case
 * stays in its state, also when what was found stands against it: rules then refuse its requests.
 */
export async function applyFindings(
  repository: UseCaseRepository,
  ctx: Context,
  before: AiUseCase,
  findings: Findings,
  reason: string,
): Promise<Result<Done<AiUseCase>>> {
  if (FINAL_STATES.includes(before.state))
    return refuse(conflict("use_case.ended", `The use case is ${before.state}; nothing is found of it any more.`));
  const fields = readDossier(findings.dossier);
  if (!fields.ok) return fields;
  const after: AiUseCase = {
    ...before,
    evidence: Object.fromEntries(
      Object.entries({ ...before.evidence, ...findings.evidence }).filter(([kind]) => kind !== findings.withdrawn),
    ),
    dossier: amendedDossier(before.dossier, fields.value),
    labels: [...before.labels, ...findings.raisedLabels.filter((label) => !before.labels.includes(label))],
    version: before.version + 1,
  };
  const stored = await recordMove(repository, ctx, before, after, reason);
  if (!stored.ok) return stored;
  const data = { ...stored.value.event.data, changes: forJournal(changesBetween(before, after)) };
  return ok({ value: after, event: { ...stored.value.event, data } });
}

/** Fields of a dossier with the values that their lists have; every fault is named. */
export function readDossier(fields: Findings["dossier"]): Result<Dossier> {
  const read = dossierSchema.safeParse(fields);
  if (read.success) return ok(read.data);
  return refuse(invalidInput(read.error.issues.map(({ path, message }) => ({ path: path.join("."), message }))));
}
