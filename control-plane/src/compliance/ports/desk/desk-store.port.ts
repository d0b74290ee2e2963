import type { Context } from "../../../kernel/use-case.js";
import type { DeskRecord } from "../../domain/desk/desk-record.js";

export const DESK_SORTS = ["newest", "due"] as const;

export interface DeskQuery {
  /** Words that all stand in what the kind is searched by, whatever the case and the accents; empty for all. */
  readonly search: string;
  /** Empty for all. */
  readonly states: readonly string[];
  /** Of this organisation or below it; `null` for all that the actor may see. */
  readonly organisationId: string | null;
  readonly useCaseId: string | null;
  /** Kinds with rules alone: those about this rule; `null` for all. */
  readonly rule: string | null;
  /** `due`: soonest term first, what has none at the end. */
  readonly sort: (typeof DESK_SORTS)[number];
  readonly first: number;
  /** Id of the record before the page; `null` for the first page. */
  readonly after: string | null;
}

/** Records of one kind, within what the context's actor may see. */
export interface DeskStore<Kind extends DeskRecord> {
  find(ctx: Context, id: string): Promise<Kind | null>;
  /** False when another record has its unique names. */
  insert(ctx: Context, record: Kind): Promise<boolean>;
  /** Writes the next version; false when the stored version is not `record.version - 1` any more. */
  update(ctx: Context, record: Kind): Promise<boolean>;
  /** One more than asked for when there are more. */
  page(ctx: Context, query: DeskQuery): Promise<readonly Kind[]>;
  /** Newest first. */
  ofUseCases(ctx: Context, useCaseIds: readonly string[]): Promise<readonly Kind[]>;
}
