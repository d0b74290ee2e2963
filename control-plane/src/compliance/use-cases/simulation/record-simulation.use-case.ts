import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { loadBundle } from "../../domain/bundles/loaded-bundle.js";
import { ruleDifferences } from "../../domain/simulation/rule-differences.js";
import type { Simulation } from "../../domain/simulation/simulation.js";
import { summarise, type SimulationResult } from "../../domain/simulation/simulation-result.js";
import type { ReplayAnswer, ReplayTask } from "../../ports/simulation/replay-engine.port.js";
import type { SimulationPorts } from "../../ports/simulation/simulation-ports.js";

/** What the platform itself hands in when a worker is done. */
export interface RecordInput {
  readonly simulation: Simulation;
  readonly task: ReplayTask;
  readonly answer: ReplayAnswer;
}

/** Ends a run with its result and all its changes, in one transaction: they stand together or not at all. */
export const recordSimulation = (
  ports: Pick<SimulationPorts, "simulations" | "directory">,
): UseCase<RecordInput, null, SimulationResult> => ({
  name: "compliance.record-simulation",
  action: "simulate",
  input: { parse: (raw) => ok(raw as RecordInput) },
  load: (_ctx, { simulation: { id, organisationId } }) =>
    Promise.resolve(ok({ subject: { name: "Simulation", id, organisationId }, loaded: null } as const)),
  async handle(ctx, { simulation, task, answer }) {
    const { report, recordsDigest, seconds } = answer;
    const ids = report.organisations.map(({ organisationId }) => organisationId);
    const ministries = await ports.directory.ministriesOf(ctx, ids);
    const ministryOf = (id: string): string => ministries.get(id) ?? id;
    const differences = differencesOf(task);
    const result = { ...summarise(report, ministryOf), differences, recordsDigest, seconds };
    const changes = report.changes.map((change) => ({ ...change, ministryId: ministryOf(change.organisationId) }));
    if (!(await ports.simulations.finish(ctx, simulation.id, { state: "done", result, changes }))) return refuse(OVER);
    const { id, organisationId } = simulation;
    const { records, replayed } = result.coverage;
    const data = { records, replayed, changed: result.changed, kinds: result.kinds, recordsDigest };
    return ok({ value: result, event: { organisationId, subjectType: "Simulation", subjectId: id, data } });
  },
});

const OVER = conflict("simulation.over", "This simulation is over.");

function differencesOf({ active, candidate }: ReplayTask): SimulationResult["differences"] {
  const [before, after] = [loadBundle(active.files), loadBundle(candidate.files)];
  return before.ok && after.ok ? ruleDifferences(before.value.bundle.rules, after.value.bundle.rules) : [];
}
