import type { Context } from "../../../kernel/use-case.js";
import type { ChangeCause, ChangeKind } from "../../domain/simulation/decision-change.js";
import type { ComparedRules, Simulation, SimulationState } from "../../domain/simulation/simulation.js";
import type { MinistryChange, SimulationResult } from "../../domain/simulation/simulation-result.js";

export type SimulationEnd =
  | { readonly state: "done"; readonly result: SimulationResult; readonly changes: readonly MinistryChange[] }
  | { readonly state: "failed" | "cancelled"; readonly failure: string | null };

export interface SimulationPage {
  /** All when empty. */
  readonly states: readonly SimulationState[];
  readonly first: number;
  readonly after: { readonly createdAt: string; readonly id: string } | null;
}

/** Each `null` leaves its condition out. */
export interface ChangeFilter {
  readonly simulationId: string;
  readonly kind: ChangeKind | null;
  readonly cause: ChangeCause | null;
  readonly ministryId: string | null;
  readonly useCaseId: string | null;
  readonly rule: string | null;
}

/** A change in the place it has among its simulation's, most decisions first. */
export interface StoredChange extends MinistryChange {
  readonly ordinal: number;
}

/** What two bundles were compared by, and somebody who looked. */
export interface OpenedBy {
  readonly candidateDigest: string;
  readonly activeDigest: string;
  readonly reader: string;
}

/** Runs, within the scope of whoever asks. What is over is never written again. */
export interface SimulationStore {
  insert(ctx: Context, simulation: Simulation, rules: ComparedRules): Promise<void>;
  find(ctx: Context, id: string): Promise<Simulation | null>;
  rules(ctx: Context, id: string): Promise<ComparedRules | null>;
  /** Newest first; one more than `first` when there is more. */
  page(ctx: Context, query: SimulationPage): Promise<readonly Simulation[]>;
  /** Notes that somebody opened its result. False when they had already. */
  open(ctx: Context, id: string, reader: string): Promise<boolean>;
  /** Those that are done and that this person opened, newest first. */
  opened(ctx: Context, by: OpenedBy): Promise<readonly Simulation[]>;
  running(ctx: Context): Promise<number>;
  /** Tells how far it is. False when it is no longer running. */
  advance(ctx: Context, id: string, progress: number): Promise<boolean>;
  /** Ends a run, with all of its result or none. False when it is no longer running. */
  finish(ctx: Context, id: string, end: SimulationEnd): Promise<boolean>;
  /** One more than `first` when there is more. */
  changes(ctx: Context, filter: ChangeFilter, first: number, after: number | null): Promise<readonly StoredChange[]>;
}
