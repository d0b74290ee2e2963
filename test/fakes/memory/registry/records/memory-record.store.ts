import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import type { Stored } from "../../../../../control-plane/src/kernel/stored-record.js";
import type { OfUseCase } from "../../../../../control-plane/src/registry/domain/stored.js";
import type {
  RecordQuery,
  RecordStore,
  UseCaseRecordStore,
} from "../../../../../control-plane/src/registry/ports/record-store.port.js";
import { by, pageOf } from "../../memory-list.js";
import { MemorySearchedRecords } from "../../memory-searched-records.js";
import type { CatalogueOrganisation } from "../memory-use-case.catalogue.js";

const idOf = ({ id }: Stored): readonly [string] => [id];

/** Records of one kind in memory. */
export class MemoryRecordStore<Kind extends Stored> extends MemorySearchedRecords<Kind> implements RecordStore<Kind> {
  constructor(
    organisations: ReadonlyMap<string, CatalogueOrganisation>,
    unique: readonly (keyof Kind)[] = [],
    searched: readonly (keyof Kind)[] = [],
  ) {
    super(unique, searched, (id) => organisations.get(id)?.path);
  }

  page(_ctx: Context, query: RecordQuery): Promise<readonly Kind[]> {
    const rows = this.where((row) => this.matches(row, query));
    const after = query.after === null ? null : [query.after];
    return Promise.resolve(pageOf(rows, idOf, { first: query.first, after }, "descending"));
  }

  all(_ctx: Context): Promise<readonly Kind[]> {
    return Promise.resolve(this.where().sort(by(idOf)));
  }
}

export class MemoryUseCaseRecordStore<Kind extends OfUseCase>
  extends MemoryRecordStore<Kind>
  implements UseCaseRecordStore<Kind>
{
  ofUseCases(_ctx: Context, useCaseIds: readonly string[]): Promise<readonly Kind[]> {
    return Promise.resolve(this.where(({ useCaseId }) => useCaseIds.includes(useCaseId)).sort(by(idOf)));
  }
}
