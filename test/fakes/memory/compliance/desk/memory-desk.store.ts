import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import type { DeskRecord } from "../../../../../control-plane/src/compliance/domain/desk/desk-record.js";
import type { ListedBy } from "../../../../../control-plane/src/compliance/domain/desk/listed-by.js";
import type { DeskQuery, DeskStore } from "../../../../../control-plane/src/compliance/ports/desk/desk-store.port.js";
import { MemoryRecords } from "../../memory-records.js";

/** Records of one kind in memory. @param paths ids from each organisation up to the root */
export class MemoryDeskStore<Kind extends DeskRecord> extends MemoryRecords<Kind> implements DeskStore<Kind> {
  constructor(
    private readonly listed: ListedBy<Kind>,
    private readonly paths: ReadonlyMap<string, readonly string[]>,
  ) {
    super(listed.unique, listed.words);
  }

  page(_ctx: Context, query: DeskQuery): Promise<readonly Kind[]> {
    const rows = [...this.rows.values()]
      .filter((row) => this.matches(row, query))
      .sort((a, b) => (query.sort === "due" ? this.byDue(a, b) : compare(b.id, a.id)));
    const from = query.after === null ? 0 : rows.findIndex(({ id }) => id === query.after) + 1;
    return Promise.resolve(rows.slice(from, from + query.first + 1));
  }

  ofUseCases(_ctx: Context, useCaseIds: readonly string[]): Promise<readonly Kind[]> {
    const rows = [...this.rows.values()].filter(
      ({ useCaseId }) => useCaseId !== null && useCaseIds.includes(useCaseId),
    );
    return Promise.resolve(rows.sort((a, b) => compare(b.id, a.id)));
  }

  private matches(row: Kind, { organisationId, useCaseId, states, search, rule }: DeskQuery): boolean {
    const path = this.paths.get(row.organisationId) ?? [row.organisationId];
    const named = row as { readonly rule?: string; readonly rules?: readonly string[] };
    return (
      (organisationId === null || path.includes(organisationId)) &&
      (useCaseId === null || row.useCaseId === useCaseId) &&
      (states.length === 0 || states.includes(row.state)) &&
      (rule === null || named.rule === rule || named.rules?.includes(rule) === true) &&
      this.says(row, search)
    );
  }

  private byDue(a: Kind, b: Kind): number {
    const due = (row: Kind): string => this.listed.due(row) ?? "~";
    return compare(due(a), due(b)) || compare(a.id, b.id);
  }
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
