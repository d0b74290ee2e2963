import { z } from "zod";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Subject } from "../../../kernel/use-case.js";
import type { Simulation } from "../../domain/simulation/simulation.js";
import type { SimulationPorts } from "../../ports/simulation/simulation-ports.js";

export const ofSimulation = z.object({ id: z.uuid() });
export type OfSimulation = z.output<typeof ofSimulation>;

/** A simulation as authorisation looks at it: a question about rules. */
export async function loadSimulation(
  { simulations }: Pick<SimulationPorts, "simulations">,
  ctx: Context,
  id: string,
): Promise<Result<{ readonly subject: Subject; readonly loaded: Simulation }>> {
  const loaded = await simulations.find(ctx, id);
  if (loaded === null) return refuse(notFound("simulation", id));
  return ok({ subject: { name: "PolicyBundle", id: null, organisationId: loaded.organisationId }, loaded });
}
