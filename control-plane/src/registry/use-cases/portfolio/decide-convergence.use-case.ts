import { z } from "zod";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { CONVERGENCE_STATUSES, type AiUseCase } from "../../domain/ai-use-case.js";
import { FINAL_STATES } from "../../domain/life-cycle.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { recordMove, sameVersion } from "../life-cycle/record-change.js";
import { id, reason, version } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";

export const decideConvergenceInput = z
  .object({
    id,
    version,
    status: z.enum(CONVERGENCE_STATUSES),
    targetId: id.nullish(),
    reason,
    by: z.iso.date().nullish(),
  })
  .refine(({ status, targetId }) => (status === "converge") === (targetId != null), {
    path: ["targetId"],
    message: "What converges names what it converges to; what is kept names nothing.",
  })
  .refine(({ id: own, targetId }) => own !== targetId, { path: ["targetId"], message: "Names another use case." });
export type DecideConvergenceInput = z.infer<typeof decideConvergenceInput>;
type Ports = Pick<RegistryPorts, "useCases">;

/** The AI cell says whether a ministry's own assistant gives way to the common one, or is kept and why. */
export const decideConvergence = (ports: Ports): UseCase<DecideConvergenceInput, AiUseCase, AiUseCase> => ({
  name: "registry.decide-convergence",
  action: "select",
  input: zodSchema(decideConvergenceInput),
  load: (ctx, { id: of }) => loadUseCase(ports.useCases, ctx, of),
  async handle(ctx, said, before) {
    const current = sameVersion(before, said.version);
    if (!current.ok) return current;
    if (FINAL_STATES.includes(before.state))
      return refuse(conflict("use_case.ended", `The use case is ${before.state}; it does not converge any more.`));
    const target = await liveTarget(ports, ctx, said.targetId ?? null);
    if (!target.ok) return target;
    const convergence = { status: said.status, targetId: target.value, reason: said.reason, by: said.by ?? null };
    const after = { ...before, convergence, version: before.version + 1 };
    return recordMove(ports.useCases, ctx, before, after, `${said.status}: ${said.reason}`);
  },
});

/** Nothing converges to what has ended, nor to what itself converges elsewhere: chains would end in a circle. */
async function liveTarget(ports: Ports, ctx: Context, id_: string | null): Promise<Result<string | null>> {
  if (id_ === null) return ok(null);
  const target = await ports.useCases.find(ctx, id_);
  if (target === null) return refuse(notFound("use_case", id_));
  if (FINAL_STATES.includes(target.state) || target.convergence?.status === "converge")
    return refuse(
      conflict("convergence.no_target", `${target.slug} ends or converges itself; nothing converges to it.`),
    );
  return ok(target.id);
}
