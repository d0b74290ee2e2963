import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import type {
  ComparedRules,
  Simulation,
} from "../../../../../control-plane/src/compliance/domain/simulation/simulation.js";
import type {
  ChangeFilter,
  SimulationEnd,
  SimulationPage,
  SimulationStore,
  StoredChange,
} from "../../../../../control-plane/src/compliance/ports/simulation/simulation-store.port.js";

export class MemorySimulationStore implements SimulationStore {
  private readonly held = new Map<string, Simulation>();
  private readonly compared = new Map<string, ComparedRules>();
  private readonly changed = new Map<string, readonly StoredChange[]>();

  insert(_ctx: Context, simulation: Simulation, rules: ComparedRules): Promise<void> {
    this.held.set(simulation.id, simulation);
    this.compared.set(simulation.id, rules);
    return Promise.resolve();
  }

  find(_ctx: Context, id: string): Promise<Simulation | null> {
    return Promise.resolve(this.held.get(id) ?? null);
  }

  rules(_ctx: Context, id: string): Promise<ComparedRules | null> {
    return Promise.resolve(this.compared.get(id) ?? null);
  }

  page(_ctx: Context, { states, first, after }: SimulationPage): Promise<readonly Simulation[]> {
    const keyOf = ({ createdAt, id }: { readonly createdAt: string; readonly id: string }) => `${createdAt} ${id}`;
    const rows = [...this.held.values()]
      .map((simulation) => ({
        simulation,
        key: keyOf({ ...simulation, createdAt: simulation.createdAt.toISOString() }),
      }))
      .filter(({ simulation: { state } }) => states.length === 0 || states.includes(state))
      .filter(({ key }) => after === null || key < keyOf(after))
      .sort((a, b) => (a.key < b.key ? 1 : -1));
    return Promise.resolve(rows.slice(0, first + 1).map(({ simulation }) => simulation));
  }

  running(): Promise<number> {
    return Promise.resolve([...this.held.values()].filter(({ state }) => state === "running").length);
  }

  advance(_ctx: Context, id: string, progress: number): Promise<boolean> {
    return Promise.resolve(this.write(id, (was) => ({ progress: Math.max(was.progress, progress) })));
  }

  finish(ctx: Context, id: string, end: SimulationEnd): Promise<boolean> {
    const finishedAt = ctx.clock.now();
    if (end.state !== "done") return Promise.resolve(this.write(id, () => ({ ...end, finishedAt })));
    const { state, result, changes } = end;
    const written = this.write(id, () => ({ state, result, progress: 1, finishedAt }));
    if (written)
      this.changed.set(
        id,
        changes.map((change, index) => ({ ...change, ordinal: index + 1 })),
      );
    return Promise.resolve(written);
  }

  changes(_ctx: Context, filter: ChangeFilter, first: number, after: number | null): Promise<readonly StoredChange[]> {
    const { simulationId, kind, cause, ministryId, useCaseId, rule } = filter;
    const rows = (this.changed.get(simulationId) ?? []).filter(
      (change) =>
        change.ordinal > (after ?? 0) &&
        (kind === null || change.kind === kind) &&
        (cause === null || change.cause === cause) &&
        (ministryId === null || change.ministryId === ministryId) &&
        (useCaseId === null || change.useCaseId === useCaseId) &&
        (rule === null || change.rules.includes(rule)),
    );
    return Promise.resolve(rows.slice(0, first + 1));
  }

  /** Only what runs is written. */
  private write(id: string, change: (was: Simulation) => Partial<Simulation>): boolean {
    const was = this.held.get(id);
    if (was?.state !== "running") return false;
    this.held.set(id, { ...was, ...change(was) });
    return true;
  }
}
