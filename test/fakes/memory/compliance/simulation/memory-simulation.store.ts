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

  beat(ctx: Context, id: string, progress: number): Promise<boolean> {
    const lives = this.held.get(id)?.cancelRequested === false;
    return Promise.resolve(
      this.write(id, lives, (was) => ({ progress: Math.max(was.progress, progress), heartbeatAt: ctx.clock.now() })),
    );
  }

  finish(ctx: Context, { id }: Simulation, end: SimulationEnd): Promise<boolean> {
    const finishedAt = ctx.clock.now();
    if (end.state !== "done") return Promise.resolve(this.write(id, true, () => ({ ...end, finishedAt })));
    const { state, result, changes } = end;
    const written = this.write(id, true, () => ({ state, result, progress: 1, finishedAt }));
    if (written)
      this.changed.set(
        id,
        changes.map((change, index) => ({ ...change, ordinal: index + 1 })),
      );
    return Promise.resolve(written);
  }

  requestCancel(_ctx: Context, id: string): Promise<boolean> {
    return Promise.resolve(this.write(id, true, () => ({ cancelRequested: true })));
  }

  failSilent(ctx: Context, before: Date): Promise<number> {
    const end = { state: "failed", failure: "simulation.interrupted", finishedAt: ctx.clock.now() } as const;
    const silent = [...this.held.values()].filter(({ heartbeatAt }) => heartbeatAt < before);
    return Promise.resolve(silent.filter(({ id }) => this.write(id, true, () => end)).length);
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
  private write(id: string, allowed: boolean, change: (was: Simulation) => Partial<Simulation>): boolean {
    const was = this.held.get(id);
    if (was?.state !== "running" || !allowed) return false;
    this.held.set(id, { ...was, ...change(was) });
    return true;
  }
}
