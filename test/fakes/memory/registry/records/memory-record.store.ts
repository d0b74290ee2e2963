import { fold } from "../../../../../control-plane/src/kernel/fold.js";
import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import { wordsOf } from "../../../../../control-plane/src/kernel/words.js";
import type { OfUseCase, Stored } from "../../../../../control-plane/src/registry/domain/stored.js";
import type {
  RecordQuery,
  RecordStore,
  UseCaseRecordStore,
} from "../../../../../control-plane/src/registry/ports/record-store.port.js";
import type { CatalogueOrganisation } from "../memory-use-case.catalogue.js";

const byId = (a: Stored, b: Stored): number => (a.id < b.id ? -1 : 1);

/** Records of one kind in memory. */
export class MemoryRecordStore<Kind extends Stored> implements RecordStore<Kind> {
  protected readonly rows = new Map<string, Kind>();

  constructor(
    private readonly organisations: ReadonlyMap<string, CatalogueOrganisation>,
    private readonly unique: readonly (keyof Kind)[] = [],
    private readonly searched: readonly (keyof Kind)[] = [],
  ) {}

  find(_ctx: Context, id: string): Promise<Kind | null> {
    return Promise.resolve(this.rows.get(id) ?? null);
  }

  insert(_ctx: Context, record: Kind): Promise<boolean> {
    const taken = [...this.rows.values()].some(
      (other) => this.unique.length > 0 && this.unique.every((field) => other[field] === record[field]),
    );
    if (!taken) this.rows.set(record.id, record);
    return Promise.resolve(!taken);
  }

  update(_ctx: Context, record: Kind): Promise<boolean> {
    const stands = this.rows.get(record.id)?.version === record.version - 1;
    if (stands) this.rows.set(record.id, record);
    return Promise.resolve(stands);
  }

  page(_ctx: Context, { organisationId, states, search, first, after }: RecordQuery): Promise<readonly Kind[]> {
    const within = (row: Stored): boolean =>
      organisationId === null ||
      (this.organisations.get(row.organisationId)?.path ?? [row.organisationId]).includes(organisationId);
    const isIn = (row: Kind): boolean =>
      states.length === 0 || states.includes((row as { state?: string }).state ?? "");
    const rows = [...this.rows.values()]
      .filter((row) => within(row) && isIn(row) && this.matches(row, search) && (after === null || row.id < after))
      .sort(byId)
      .reverse();
    return Promise.resolve(rows.slice(0, first + 1));
  }

  private matches(row: Kind, search: string): boolean {
    const words = wordsOf(search);
    const text = fold(this.searched.map((field) => String(row[field] ?? "")).join(" "));
    return search.trim() === "" || (words.length > 0 && words.every((word) => text.includes(word)));
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
