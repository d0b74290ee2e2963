import { z } from "zod";
import { ok } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { EVIDENCE, EVIDENCE_KINDS } from "../../domain/evidence.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { recordMove, sameVersion } from "./record-change.js";
import { id } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";

export const recordEvidenceInput = z.object({
  id,
  kind: z.enum(EVIDENCE_KINDS),
  reference: z.string().trim().min(3).max(500),
  version: z.number().int().min(1),
});
export type RecordEvidenceInput = z.infer<typeof recordEvidenceInput>;
type Ports = Pick<RegistryPorts, "useCases">;

/** Records the reference of a piece that guards ask for, by whoever provides that kind: `EVIDENCE[kind].providedBy`. */
export const recordEvidence = (
  ports: Ports,
  action: "update" | "select",
): UseCase<RecordEvidenceInput, AiUseCase, AiUseCase> => ({
  name: "registry.record-evidence",
  action,
  input: zodSchema(
    recordEvidenceInput.refine((input) => EVIDENCE[input.kind].providedBy === action, {
      path: ["kind"],
      message: "Somebody else provides this piece.",
    }),
  ),
  load: (ctx, input) => loadUseCase(ports.useCases, ctx, input.id),
  async handle(ctx, input, before) {
    const current = sameVersion(before, input.version);
    if (!current.ok) return current;
    const evidence = { ...before.evidence, [input.kind]: input.reference };
    const stored = await recordMove(
      ports.useCases,
      ctx,
      before,
      { ...before, evidence, version: before.version + 1 },
      `${input.kind}: ${input.reference}`,
    );
    if (!stored.ok) return stored;
    const data = { slug: before.slug, evidence: input.kind, version: before.version + 1 };
    return ok({ value: stored.value.value, event: { ...stored.value.event, data } });
  },
});
