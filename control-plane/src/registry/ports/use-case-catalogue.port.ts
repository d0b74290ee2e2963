import type { UseCaseState } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { AiUseCase } from "../domain/ai-use-case.js";

export const USE_CASE_SORT_FIELDS = ["name", "state", "declared_at", "organisation"] as const;
export type UseCaseSortField = (typeof USE_CASE_SORT_FIELDS)[number];

export interface UseCaseQuery {
  /** Matched in name, description and slug, whatever the case and the accents; empty for all. */
  readonly search: string;
  /** Empty for all. */
  readonly states: readonly UseCaseState[];
  /** Owned by this organisation or below it; `null` for all. */
  readonly organisationId: string | null;
  readonly sort: UseCaseSortField;
  readonly descending: boolean;
  readonly first: number;
  /** Cursor of the row before the page; `null` for the first page. */
  readonly after: string | null;
}

export interface UseCasePage {
  readonly rows: readonly { readonly cursor: string; readonly useCase: AiUseCase }[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

/** Place in the order of due days. */
export interface DuePosition {
  readonly dueOn: string;
  readonly id: string;
}

export interface DueQuery {
  /** Last ISO day that counts; `null` for any day that was said. */
  readonly by: string | null;
  /** Owned by this organisation or below it; `null` for all. */
  readonly organisationId: string | null;
  readonly first: number;
  /** Row before the page; `null` for the first page. */
  readonly after: DuePosition | null;
}

/** Lists for screens, within what the context's actor may see. */
export interface UseCaseCatalogue {
  page(ctx: Context, query: UseCaseQuery): Promise<UseCasePage>;
  findMany(ctx: Context, ids: readonly string[]): Promise<readonly AiUseCase[]>;
  /** Those on whose convergence it was decided, by name. */
  converging(ctx: Context): Promise<readonly AiUseCase[]>;
  /** Those that run and said by which day they are evaluated again, soonest first; one more than asked for when there are more. */
  dueForEvaluation(ctx: Context, query: DueQuery): Promise<readonly AiUseCase[]>;
  /** Use cases owned by each organisation or below it; organisations without any may be absent. */
  countByOrganisation(ctx: Context, organisationIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
