import type { Context } from "../../kernel/use-case.js";
import type { CapacityDeclaration } from "../domain/declaration/capacity-declaration.js";
import type { CapacityLine } from "../domain/declaration/capacity-line.js";

/** What one write of lines changes. */
export interface LineChanges {
  /** Standing until now under these references; gone from the new version on. */
  readonly closed: readonly string[];
  /** Standing from the new version on, in the place of a closed one of the same reference or new. */
  readonly opened: readonly CapacityLine[];
}

/** Declarations and their lines, within what the context's actor may see. */
export interface DeclarationRepository {
  find(ctx: Context, id: string): Promise<CapacityDeclaration | null>;
  findMany(ctx: Context, ids: readonly string[]): Promise<readonly CapacityDeclaration[]>;
  /** The organisation's declaration of a campaign that is neither accepted nor superseded. */
  findInProgress(ctx: Context, campaignId: string, organisationId: string): Promise<CapacityDeclaration | null>;
  findAccepted(ctx: Context, campaignId: string, organisationId: string): Promise<CapacityDeclaration | null>;
  /** What this actor created under this key before. */
  findCreated(ctx: Context, createdBy: string, idempotencyKey: string): Promise<CapacityDeclaration | null>;
  /** False when somebody else wrote what may stand only once a moment before: read it again. */
  insert(ctx: Context, declaration: CapacityDeclaration, idempotencyKey: string | null): Promise<boolean>;
  /** Writes the next version; false when the stored version is not `declaration.version - 1` any more. */
  update(ctx: Context, declaration: CapacityDeclaration): Promise<boolean>;
  /** Lines that stood at that version, by reference. */
  linesAt(ctx: Context, declarationId: string, version: number): Promise<readonly CapacityLine[]>;
  /** Applies changes that hold from `declaration.version` on. */
  changeLines(ctx: Context, declaration: CapacityDeclaration, changes: LineChanges): Promise<void>;
}
