import type { Context } from "../../../kernel/use-case.js";
import type { CapacityImport, RowIssue } from "../../domain/import/capacity-import.js";
import type { Rows } from "../campaign-repository.port.js";

/** A piece of a file, read: records of its rows, and what is wrong with the others. */
export interface ImportChunk {
  readonly number: number;
  readonly records: readonly unknown[];
  readonly issues: readonly RowIssue[];
  readonly rowsRead: number;
  readonly progress: number;
}

export interface ImportQuery {
  readonly campaignId: string | null;
  readonly organisationId: string | null;
  readonly first: number;
  readonly after: string | null;
}

/** Files on their way in, with what was read of them. */
export interface ImportStore {
  find(ctx: Context, id: string): Promise<CapacityImport | null>;
  /** What this actor created under this key before. */
  findCreated(ctx: Context, createdBy: string, idempotencyKey: string): Promise<CapacityImport | null>;
  /** False when somebody else wrote what may stand only once a moment before: read it again. */
  insert(ctx: Context, started: CapacityImport, file: Uint8Array, idempotencyKey: string | null): Promise<boolean>;
  /**
   * Takes a file to read, also from a reader that is gone, and forgets what was read of it. Null when it is not to be read
   * any more.
   */
  claim(ctx: Context, id: string): Promise<{ readonly taken: CapacityImport; readonly file: Uint8Array } | null>;
  /** Keeps what was read; false when the import is not being read any more, by this claim. */
  addChunk(ctx: Context, taken: CapacityImport, chunk: ImportChunk): Promise<boolean>;
  /**
   * Writes the next version; false when the stored version is not `moved.version - 1` any more. An import that ends drops
   * its file and its records.
   */
  update(ctx: Context, moved: CapacityImport): Promise<boolean>;
  /** Every record that was read, in the order of the file. */
  records(ctx: Context, id: string): Promise<readonly unknown[]>;
  /** By position in the file. */
  issues(ctx: Context, id: string, first: number, after: string | null): Promise<Rows<RowIssue>>;
  /** Newest first. */
  page(ctx: Context, query: ImportQuery): Promise<Rows<CapacityImport>>;
}
