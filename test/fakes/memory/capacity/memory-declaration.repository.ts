import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { CapacityDeclaration } from "../../../../control-plane/src/capacity/domain/declaration/capacity-declaration.js";
import type { CapacityLine } from "../../../../control-plane/src/capacity/domain/declaration/capacity-line.js";
import type {
  DeclarationRepository,
  LineChanges,
} from "../../../../control-plane/src/capacity/ports/declaration-repository.port.js";
import { VersionedRows } from "./versioned-rows.js";

interface StoredLine {
  readonly declarationId: string;
  readonly since: number;
  readonly line: CapacityLine;
  until: number | null;
}

export class MemoryDeclarationRepository implements DeclarationRepository {
  private readonly stored = new VersionedRows<CapacityDeclaration>();
  private readonly lines: StoredLine[] = [];

  async find(_ctx: Context, id: string): Promise<CapacityDeclaration | null> {
    return Promise.resolve(this.one((row) => row.id === id));
  }

  async findMany(_ctx: Context, ids: readonly string[]): Promise<readonly CapacityDeclaration[]> {
    return Promise.resolve(this.stored.all().filter(({ id }) => ids.includes(id)));
  }

  async findInProgress(_ctx: Context, campaignId: string, organisationId: string): Promise<CapacityDeclaration | null> {
    return Promise.resolve(this.one((row) => isOf(row, campaignId, organisationId) && inProgress(row)));
  }

  async findAccepted(_ctx: Context, campaignId: string, organisationId: string): Promise<CapacityDeclaration | null> {
    return Promise.resolve(this.one((row) => isOf(row, campaignId, organisationId) && row.state === "accepted"));
  }

  async findCreated(_ctx: Context, createdBy: string, idempotencyKey: string): Promise<CapacityDeclaration | null> {
    return Promise.resolve(this.stored.created(createdBy, idempotencyKey));
  }

  async insert(_ctx: Context, declaration: CapacityDeclaration, idempotencyKey: string | null): Promise<boolean> {
    const { campaignId, organisationId } = declaration;
    const twin = (other: CapacityDeclaration): boolean =>
      isOf(other, campaignId, organisationId) && inProgress(other) === inProgress(declaration) && isLive(other);
    return Promise.resolve(this.stored.insert(declaration, declaration.declaredBy, idempotencyKey, twin));
  }

  async update(_ctx: Context, declaration: CapacityDeclaration): Promise<boolean> {
    return Promise.resolve(this.stored.update(declaration));
  }

  async linesAt(_ctx: Context, declarationId: string, version: number): Promise<readonly CapacityLine[]> {
    const standing = this.lines.filter(
      (each) =>
        each.declarationId === declarationId && each.since <= version && (each.until === null || each.until > version),
    );
    return Promise.resolve(standing.map(({ line }) => line).sort((a, b) => (a.reference < b.reference ? -1 : 1)));
  }

  async changeLines(_ctx: Context, { id, version }: CapacityDeclaration, changes: LineChanges): Promise<void> {
    for (const each of this.lines)
      if (each.declarationId === id && each.until === null && changes.closed.includes(each.line.reference))
        each.until = version;
    this.lines.push(...changes.opened.map((line) => ({ declarationId: id, since: version, line, until: null })));
    return Promise.resolve();
  }

  private one(matches: (row: CapacityDeclaration) => boolean): CapacityDeclaration | null {
    return this.stored.all().find(matches) ?? null;
  }
}

const isOf = (row: CapacityDeclaration, campaignId: string, organisationId: string): boolean =>
  row.campaignId === campaignId && row.organisationId === organisationId;

const isLive = ({ state }: CapacityDeclaration): boolean => state !== "superseded";
const inProgress = (row: CapacityDeclaration): boolean => isLive(row) && row.state !== "accepted";
