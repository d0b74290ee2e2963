import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { CapacityDeclaration } from "../../../../control-plane/src/capacity/domain/declaration/capacity-declaration.js";
import type { CapacityLine } from "../../../../control-plane/src/capacity/domain/declaration/capacity-line.js";
import type {
  DeclarationRepository,
  LineChanges,
} from "../../../../control-plane/src/capacity/ports/declaration-repository.port.js";
import { by } from "../memory-list.js";
import { MemoryCreatedRecords } from "./memory-created-records.js";

interface StoredLine {
  readonly declarationId: string;
  readonly since: number;
  readonly line: CapacityLine;
  until: number | null;
}

export class MemoryDeclarationRepository
  extends MemoryCreatedRecords<CapacityDeclaration>
  implements DeclarationRepository
{
  private readonly lines: StoredLine[] = [];

  findInProgress(_ctx: Context, campaignId: string, organisationId: string): Promise<CapacityDeclaration | null> {
    return this.one((row) => isOf(row, campaignId, organisationId) && inProgress(row));
  }

  findAccepted(_ctx: Context, campaignId: string, organisationId: string): Promise<CapacityDeclaration | null> {
    return this.one((row) => isOf(row, campaignId, organisationId) && row.state === "accepted");
  }

  insert(_ctx: Context, declaration: CapacityDeclaration, idempotencyKey: string | null): Promise<boolean> {
    const { campaignId, organisationId } = declaration;
    const isTwin = (other: CapacityDeclaration): boolean =>
      isOf(other, campaignId, organisationId) && inProgress(other) === inProgress(declaration) && isLive(other);
    return this.create(declaration, declaration.declaredBy, idempotencyKey, isTwin);
  }

  linesAt(_ctx: Context, declarationId: string, version: number): Promise<readonly CapacityLine[]> {
    const standing = this.lines.filter(
      (each) =>
        each.declarationId === declarationId && each.since <= version && (each.until === null || each.until > version),
    );
    return Promise.resolve(standing.map(({ line }) => line).sort(by(({ reference }) => [reference])));
  }

  changeLines(_ctx: Context, { id, version }: CapacityDeclaration, changes: LineChanges): Promise<void> {
    for (const each of this.lines)
      if (each.declarationId === id && each.until === null && changes.closed.includes(each.line.reference))
        each.until = version;
    this.lines.push(...changes.opened.map((line) => ({ declarationId: id, since: version, line, until: null })));
    return Promise.resolve();
  }
}

const isOf = (row: CapacityDeclaration, campaignId: string, organisationId: string): boolean =>
  row.campaignId === campaignId && row.organisationId === organisationId;

const isLive = ({ state }: CapacityDeclaration): boolean => state !== "superseded";
const inProgress = (row: CapacityDeclaration): boolean => isLive(row) && row.state !== "accepted";
