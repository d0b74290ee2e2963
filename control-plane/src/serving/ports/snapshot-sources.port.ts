import type { DerogationV1, OrganisationV1, SnapshotV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";

/** A piece that rules read, and the first day on which it holds no longer; `null`: it was questioned and holds no more. */
export interface PieceLapse {
  readonly useCaseId: string;
  readonly piece: "dpia" | "fria" | "homologation" | "consultation";
  readonly on: string | null;
}

/** What `allocation` says of a snapshot. */
export interface AllocationSource {
  allocation(ctx: Context): Promise<Pick<SnapshotV1, "allocations" | "budgets" | "limits">>;
  /** The first instant after now at which what `allocation` answers turns by itself; `null` when nothing is dated. */
  nextTurn(ctx: Context): Promise<Date | null>;
}

/** Each room's part of a snapshot, read in the context's transaction and in a stable order. */
export interface SnapshotSources extends AllocationSource {
  organisations(ctx: Context): Promise<readonly OrganisationV1[]>;
  registry(ctx: Context): Promise<Pick<SnapshotV1, "useCases" | "applications" | "models" | "aliases">>;
  serving(ctx: Context): Promise<Pick<SnapshotV1, "pools" | "deployments">>;
  /** `compliance` says which: granted ones that have not ended. */
  derogations(ctx: Context): Promise<readonly DerogationV1[]>;
  /** `compliance` says which pieces of use cases hold no longer, or until when. */
  lapses(ctx: Context): Promise<readonly PieceLapse[]>;
}
