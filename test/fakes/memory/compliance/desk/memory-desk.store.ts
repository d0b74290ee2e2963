import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import type { DeskRecord } from "../../../../../control-plane/src/compliance/domain/desk/desk-record.js";
import type { ListedBy } from "../../../../../control-plane/src/compliance/domain/desk/listed-by.js";
import type { DeskQuery, DeskStore } from "../../../../../control-plane/src/compliance/ports/desk/desk-store.port.js";
import { by, pageOf, type Key } from "../../memory-list.js";
import { MemorySearchedRecords } from "../../memory-searched-records.js";

/** Records of one kind in memory. @param paths ids from each organisation up to the root */
export class MemoryDeskStore<Kind extends DeskRecord> extends MemorySearchedRecords<Kind> implements DeskStore<Kind> {
  constructor(
    private readonly listed: ListedBy<Kind>,
    paths: ReadonlyMap<string, readonly string[]>,
  ) {
    super(listed.unique, listed.words, (id) => paths.get(id));
  }

  page(_ctx: Context, query: DeskQuery): Promise<readonly Kind[]> {
    const isByDue = query.sort === "due";
    const keyOf = (row: Kind): Key => (isByDue ? [this.listed.due(row) ?? "~", row.id] : [row.id]);
    const last = query.after === null ? undefined : this.get(query.after);
    const after = last === undefined ? null : keyOf(last);
    const rows = this.where((row) => this.isSought(row, query));
    return Promise.resolve(pageOf(rows, keyOf, { first: query.first, after }, isByDue ? "ascending" : "descending"));
  }

  ofUseCases(_ctx: Context, useCaseIds: readonly string[]): Promise<readonly Kind[]> {
    const rows = this.where(({ useCaseId }) => useCaseId !== null && useCaseIds.includes(useCaseId));
    return Promise.resolve(rows.sort(by(({ id }) => [id], "descending")));
  }

  private isSought(row: Kind, query: DeskQuery): boolean {
    const { useCaseId, rule } = query;
    const named = row as { readonly rule?: string; readonly rules?: readonly string[] };
    return (
      this.matches(row, query) &&
      (useCaseId === null || row.useCaseId === useCaseId) &&
      (rule === null || named.rule === rule || named.rules?.includes(rule) === true)
    );
  }
}
