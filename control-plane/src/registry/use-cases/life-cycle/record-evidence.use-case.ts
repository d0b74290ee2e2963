import { z } from "zod";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { EVIDENCE, EVIDENCE_KINDS } from "../../domain/evidence.js";
import { FINAL_STATES } from "../../domain/life-cycle.js";
import { changesBetween } from "../../domain/material.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { proposeChange } from "./propose-change.js";
import { sameVersion } from "./record-change.js";
import { id } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";

export const recordEvidenceInput = z.object({
  id,
  kind: z.enum(EVIDENCE_KINDS),
  reference: z.string().trim().min(3).max(500),
  version: z.number().int().min(1),
});
export type RecordEvidenceInput = z.infer<typeof recordEvidenceInput>;
type Ports = Pick<RegistryPorts, "useCases" | "changes">;

/**
 * Somebody brings the reference of a piece that guards ask for, by the right of whoever provides that kind:
 * `EVIDENCE[kind].providedBy`. It waits for a second person; pieces that follow from a record of their own, such as an
 * assessment, are brought by nobody.
 */
export const recordEvidence = (
  ports: Ports,
  action: "update" | "select",
): UseCase<RecordEvidenceInput, AiUseCase, AiUseCase> => ({
  name: "registry.propose-change",
  action,
  input: zodSchema(
    recordEvidenceInput.refine((input) => EVIDENCE[input.kind].providedBy === action, {
      path: ["kind"],
      message: "This piece follows from a record of its own, or somebody else provides it.",
    }),
  ),
  load: (ctx, input) => loadUseCase(ports.useCases, ctx, input.id),
  async handle(ctx, { kind, reference, version }, before) {
    const current = sameVersion(before, version);
    if (!current.ok) return current;
    if (FINAL_STATES.includes(before.state))
      return refuse(conflict("use_case.ended", `The use case is ${before.state}; it is given no piece any more.`));
    const after = { ...before, evidence: { ...before.evidence, [kind]: reference } };
    const right = action === "update" ? "validate" : "select";
    const reason = `${kind}: ${reference}`;
    const { event } = await proposeChange(ports, ctx, before, changesBetween(before, after), { reason, right });
    return ok({ value: before, event });
  },
});
