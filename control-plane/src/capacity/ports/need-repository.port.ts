import type { Context } from "../../kernel/use-case.js";
import type { CapacityNeed, NeedContent } from "../domain/need/capacity-need.js";

/** Needs and the content of each of their versions, within what the context's actor may see. */
export interface NeedRepository {
  find(ctx: Context, id: string): Promise<CapacityNeed | null>;
  findMany(ctx: Context, ids: readonly string[]): Promise<readonly CapacityNeed[]>;
  /** By reference. */
  findByReference(
    ctx: Context,
    campaignId: string,
    organisationId: string,
    references: readonly string[],
  ): Promise<readonly CapacityNeed[]>;
  /** What this actor created under this key before. */
  findCreated(ctx: Context, createdBy: string, idempotencyKey: string): Promise<CapacityNeed | null>;
  /** False when somebody else wrote what may stand only once a moment before: read it again. */
  insert(ctx: Context, need: CapacityNeed, idempotencyKey: string | null): Promise<boolean>;
  /** Writes the next version; false when the stored version is not `need.version - 1` any more. */
  update(ctx: Context, need: CapacityNeed): Promise<boolean>;
  /**
   * Writes many at once: new ones at version 1, the others as the next of theirs.
   * @returns how many were written; fewer than given when a version has moved on meanwhile
   */
  putAll(ctx: Context, needs: readonly CapacityNeed[]): Promise<number>;
  /** Content as it stood at that version; null before the first. */
  contentAt(ctx: Context, needId: string, version: number): Promise<NeedContent | null>;
}
