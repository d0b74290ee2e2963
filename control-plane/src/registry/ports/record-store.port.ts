import type { Context } from "../../kernel/use-case.js";
import type { Records, Stored } from "../../kernel/stored-record.js";
import type { OfUseCase } from "../domain/stored.js";

export interface RecordQuery {
  /** Of this organisation or below it; `null` for all that the actor may see. */
  readonly organisationId: string | null;
  /** Of kinds that have a state; empty for all. */
  readonly states: readonly string[];
  /** Words that all stand in what the kind is searched by, whatever the case and the accents; empty for all. */
  readonly search: string;
  readonly first: number;
  /** Id of the record before the page; `null` for the first page. */
  readonly after: string | null;
}

/** Records of one kind, within what the context's actor may see; a report over all of them counts in thousands. */
export interface RecordStore<Kind extends Stored> extends Records<Kind> {
  /** Newest first; one more than asked for when there are more. */
  page(ctx: Context, query: RecordQuery): Promise<readonly Kind[]>;
}

export interface UseCaseRecordStore<Kind extends OfUseCase> extends RecordStore<Kind> {
  /** Oldest first. */
  ofUseCases(ctx: Context, useCaseIds: readonly string[]): Promise<readonly Kind[]>;
}
