import type { Context } from "../../kernel/use-case.js";
import type { DependencyDomain } from "../domain/dependency.js";
import type { Dependency } from "../domain/dependency.js";
import type { Roadmap, RoadmapState } from "../domain/roadmap.js";

export interface RoadmapQuery {
  readonly year: number | null;
  /** Empty for all. */
  readonly states: readonly RoadmapState[];
  readonly first: number;
  readonly after: string | null;
}

export const DEPENDENCY_SORT_FIELDS = ["annual_cost", "renewal_date", "vendor", "product"] as const;
export type DependencySortField = (typeof DEPENDENCY_SORT_FIELDS)[number];

export interface DependencyQuery {
  /** Matched in product, vendor and contract, whatever the case and the accents; empty for all. */
  readonly search: string;
  /** Empty for all. */
  readonly domains: readonly DependencyDomain[];
  readonly year: number | null;
  readonly sort: DependencySortField;
  readonly descending: boolean;
  readonly first: number;
  readonly after: string | null;
}

export interface DependencyRow {
  readonly roadmapId: string;
  readonly organisationId: string;
  readonly dependency: Dependency;
}

export interface Page<Row> {
  readonly rows: readonly { readonly cursor: string; readonly row: Row }[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

/** Lists for screens, within what the context's actor may see. */
export interface RoadmapCatalogue {
  /** Latest year first, then by ministry. */
  roadmaps(ctx: Context, query: RoadmapQuery): Promise<Page<Roadmap>>;
  dependencies(ctx: Context, query: DependencyQuery): Promise<Page<DependencyRow>>;
}
