import { actorRef } from "../../../kernel/actor.js";
import { scopeOf } from "../../../kernel/reach.js";
import { conflict, invalidInput, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { loadBundle } from "../../domain/bundles/loaded-bundle.js";
import { candidateFiles } from "../../domain/simulation/candidate-files.js";
import { MOST_DAYS, MOST_RUNNING, type ComparedRules, type Simulation } from "../../domain/simulation/simulation.js";
import type { SimulationRoomPorts } from "../../ports/simulation/simulation-ports.js";
import { simulationRequest, type SimulationRequest } from "./simulation-request.js";

/** The job of the queue that carries one out. */
export const RUN_SIMULATION = "compliance.run-simulation";

/** Notes a replay of the rules asked for, beside those in force now, and has it begun. */
export const requestSimulation = (ports: SimulationRoomPorts): UseCase<SimulationRequest, string, Simulation> => ({
  name: "compliance.request-simulation",
  action: "simulate",
  input: zodSchema(simulationRequest),
  async load(ctx, { organisationId: asked }) {
    const organisationId = asked ?? (await widest(ctx, ports));
    if (organisationId === null || !(await ports.directory.exists(ctx, organisationId)))
      return refuse(notFound("organisation", asked ?? ""));
    return ok({ subject: { name: "PolicyBundle", id: null, organisationId }, loaded: organisationId });
  },
  async handle(ctx, request, organisationId) {
    const window = windowOf(request);
    if (!window.ok) return window;
    if ((await ports.simulations.running(ctx)) >= MOST_RUNNING) return refuse(BUSY);
    const rules = await rulesOf(ctx, ports, request);
    if (!rules.ok) return rules;
    const { candidate, active } = rules.value;
    const simulation: Simulation = {
      ...{ id: ctx.ids.next(), organisationId, state: "running", progress: 0, ...window.value },
      ...{ candidateDigest: candidate.digest, activeDigest: active.digest, result: null, failure: null },
      ...{ requestedBy: actorRef(ctx.actor), createdAt: ctx.clock.now(), finishedAt: null },
    };
    await ports.simulations.insert(ctx, simulation, rules.value);
    await ports.queue.send(ctx, RUN_SIMULATION, simulation.id);
    const data = { ...window.value, candidateDigest: candidate.digest, activeDigest: active.digest };
    const event = { organisationId, subjectType: "Simulation", subjectId: simulation.id, data } as const;
    return ok({ value: simulation, event });
  },
});

const BUSY = conflict("simulation.busy", `${MOST_RUNNING} simulations run already; wait for one to end, or cancel it.`);

/** The State for those who see all of it, otherwise their one organisation. */
function widest(ctx: Context, ports: SimulationRoomPorts): Promise<string | null> {
  const scope = scopeOf(ctx.actor);
  return scope.kind === "tree" ? ports.directory.root(ctx) : Promise.resolve(scope.organisationIds[0] ?? null);
}

type Window = Pick<Simulation, "fromDay" | "toDay" | "legalDay">;

function windowOf({ fromDay, toDay, legalDay = null }: SimulationRequest): Result<Window> {
  const days = (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000 + 1;
  if (days < 1) return refuse(invalidInput([{ path: "toDay", message: "must not be before fromDay" }]));
  if (days > MOST_DAYS)
    return refuse(invalidInput([{ path: "toDay", message: `a window holds ${MOST_DAYS} days at most` }]));
  return ok({ fromDay, toDay, legalDay });
}

async function rulesOf(
  ctx: Context,
  ports: SimulationRoomPorts,
  { candidateDigest, rules }: SimulationRequest,
): Promise<Result<ComparedRules>> {
  const current = await ports.rules.current(ctx);
  if (!current.ok)
    return refuse(conflict("simulation.no_active_rules", `The active rules do not load: ${current.refusal}`));
  const active = current.value.source;
  if (candidateDigest != null) {
    const kept = await ports.rules.byDigest(ctx, candidateDigest);
    return kept.ok ? ok({ candidate: kept.value.source, active }) : refuse(notFound("policy_bundle", candidateDigest));
  }
  if (rules == null) return ok({ candidate: active, active });
  const loaded = loadBundle(candidateFiles(active.files, rules));
  if (loaded.ok) return ok({ candidate: loaded.value.source, active });
  const faults = loaded.refusal.map(({ path, line, column, message }) => ({
    path,
    message: `line ${line}, column ${column}: ${message}`,
  }));
  return refuse(invalidInput(faults));
}
