import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import type {
  ComparedRules,
  Simulation,
} from "../../../../../control-plane/src/compliance/domain/simulation/simulation.js";
import type {
  ChangeFilter,
  OpenedBy,
  SimulationEnd,
  SimulationPage,
  SimulationStore,
  StoredChange,
} from "../../../../../control-plane/src/compliance/ports/simulation/simulation-store.port.js";
import { by, pageOf } from "../../memory-list.js";
import { MemoryRows } from "../../memory-records.js";

export class MemorySimulationStore extends MemoryRows<Simulation> implements SimulationStore {
  private readonly compared = new Map<string, ComparedRules>();
  private readonly readers = new Set<string>();
  private readonly changed = new Map<string, readonly StoredChange[]>();

  insert(_ctx: Context, simulation: Simulation, rules: ComparedRules): Promise<void> {
    this.compared.set(simulation.id, rules);
    return this.put(simulation);
  }

  rules(_ctx: Context, id: string): Promise<ComparedRules | null> {
    return Promise.resolve(this.compared.get(id) ?? null);
  }

  page(_ctx: Context, { states, first, after }: SimulationPage): Promise<readonly Simulation[]> {
    const rows = this.where(({ state }) => states.length === 0 || states.includes(state));
    const page = { first, after: after === null ? null : [after.createdAt, after.id] };
    return Promise.resolve(pageOf(rows, ({ createdAt, id }) => [createdAt.toISOString(), id], page, "descending"));
  }

  open(_ctx: Context, id: string, reader: string): Promise<boolean> {
    const known = this.readers.has(`${id} ${reader}`);
    this.readers.add(`${id} ${reader}`);
    return Promise.resolve(!known);
  }

  opened(_ctx: Context, { candidateDigest, activeDigest, reader }: OpenedBy): Promise<readonly Simulation[]> {
    const found = this.where(
      (each) =>
        each.state === "done" &&
        each.candidateDigest === candidateDigest &&
        each.activeDigest === activeDigest &&
        this.readers.has(`${each.id} ${reader}`),
    );
    return Promise.resolve(found.sort(by(({ createdAt, id }) => [createdAt.getTime(), id])).toReversed());
  }

  running(): Promise<number> {
    return Promise.resolve(this.where(({ state }) => state === "running").length);
  }

  advance(_ctx: Context, id: string, progress: number): Promise<boolean> {
    return this.write(id, (was) => ({ progress: Math.max(was.progress, progress) }));
  }

  async finish(ctx: Context, id: string, end: SimulationEnd): Promise<boolean> {
    const finishedAt = ctx.clock.now();
    if (end.state !== "done") return this.write(id, () => ({ ...end, finishedAt }));
    const { state, result, changes } = end;
    const written = await this.write(id, () => ({ state, result, progress: 1, finishedAt }));
    const numbered = changes.map((change, index) => ({ ...change, ordinal: index + 1 }));
    if (written) this.changed.set(id, numbered);
    return written;
  }

  changes(_ctx: Context, filter: ChangeFilter, first: number, after: number | null): Promise<readonly StoredChange[]> {
    const { simulationId, kind, cause, ministryId, useCaseId, rule } = filter;
    const rows = (this.changed.get(simulationId) ?? []).filter(
      (change) =>
        (kind === null || change.kind === kind) &&
        (cause === null || change.cause === cause) &&
        (ministryId === null || change.ministryId === ministryId) &&
        (useCaseId === null || change.useCaseId === useCaseId) &&
        (rule === null || change.rules.includes(rule)),
    );
    return Promise.resolve(pageOf(rows, ({ ordinal }) => [ordinal], { first, after: after === null ? null : [after] }));
  }

  /** Only what runs is written. */
  private async write(id: string, change: (was: Simulation) => Partial<Simulation>): Promise<boolean> {
    const was = this.get(id);
    if (was?.state !== "running") return false;
    await this.put({ ...was, ...change(was) });
    return true;
  }
}
