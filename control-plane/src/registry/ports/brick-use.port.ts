import type { Context } from "../../kernel/use-case.js";

/** Which use cases are built with which bricks, within what the context's actor may see. */
export interface BrickUseStore {
  /** Saying it twice says it once. */
  add(
    ctx: Context,
    use: { readonly useCaseId: string; readonly organisationId: string; readonly brickId: string },
  ): Promise<void>;
  brickIdsOf(ctx: Context, useCaseIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  useCaseIdsOf(ctx: Context, brickIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}
