import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import type { OfUseCase, Stored } from "../../../../../control-plane/src/registry/domain/stored.js";
import type {
  RecordQuery,
  RecordStore,
  UseCaseRecordStore,
} from "../../../../../control-plane/src/registry/ports/record-store.port.js";
import { MemoryRecords } from "../../memory-records.js";
import type { CatalogueOrganisation } from "../memory-use-case.catalogue.js";

const byId = (a: Stored, b: Stored): number => (a.id < b.id ? -1 : 1);

/** Records of one kind in memory. */
export class MemoryRecordStore<Kind extends Stored> extends MemoryRecords<Kind> implements RecordStore<Kind> {
  constructor(
    private readonly organisations: ReadonlyMap<string, CatalogueOrganisation>,
    unique: readonly (keyof Kind)[] = [],
    searched: readonly (keyof Kind)[] = [],
  ) {
    super(unique, searched);
  }

  page(_ctx: Context, { organisationId, states, search, first, after }: RecordQuery): Promise<readonly Kind[]> {
    const within = (row: Stored): boolean =>
      organisationId === null ||
      (this.organisations.get(row.organisationId)?.path ?? [row.organisationId]).includes(organisationId);
    const isIn = (row: Kind): boolean =>
      states.length === 0 || states.includes((row as { state?: string }).state ?? "");
    const rows = [...this.rows.values()]
      .filter((row) => within(row) && isIn(row) && this.says(row, search) && (after === null || row.id < after))
      .sort(byId)
      .reverse();
    return Promise.resolve(rows.slice(0, first + 1));
  }

  all(_ctx: Context): Promise<readonly Kind[]> {
    return Promise.resolve([...this.rows.values()].sort(byId));
  }
}

export class MemoryUseCaseRecordStore<Kind extends OfUseCase>
  extends MemoryRecordStore<Kind>
  implements UseCaseRecordStore<Kind>
{
  ofUseCases(_ctx: Context, useCaseIds: readonly string[]): Promise<readonly Kind[]> {
    const rows = [...this.rows.values()].filter((row) => useCaseIds.includes(row.useCaseId));
    return Promise.resolve(rows.sort(byId));
  }
}
