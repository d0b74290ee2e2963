import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { PlanRecord } from "../../../../control-plane/src/plan/domain/plan-record.js";
import type { PlanPorts } from "../../../../control-plane/src/plan/ports/plan-ports.js";
import {
  planKey,
  type PlanQuery,
  type PlanRecordStore,
} from "../../../../control-plane/src/plan/ports/plan-record.store.port.js";
import { by, pageOf } from "../memory-list.js";
import { MemorySearchedRecords } from "../memory-searched-records.js";

/** Ids from each organisation up to the root. */
type Paths = ReadonlyMap<string, readonly string[]>;

class MemoryPlanRecordStore extends MemorySearchedRecords<PlanRecord> implements PlanRecordStore {
  constructor(paths: Paths) {
    super(["organisationId", "kind", "title"], ["title", "source", "values"], (id) => paths.get(id));
  }

  page(_ctx: Context, query: PlanQuery): Promise<readonly PlanRecord[]> {
    const { kinds, order, descending } = query;
    const rows = this.where((row) => (kinds.length === 0 || kinds.includes(row.kind)) && this.matches(row, query));
    return Promise.resolve(pageOf(rows, (row) => planKey(order, row), query, descending ? "descending" : "ascending"));
  }

  all(_ctx: Context): Promise<readonly PlanRecord[]> {
    return Promise.resolve(this.where().sort(by(({ id }) => [id])));
  }
}

export const memoryPlanPorts = (paths: Paths): PlanPorts => ({
  records: new MemoryPlanRecordStore(paths),
  organisations: { exists: (_ctx, id) => Promise.resolve(paths.has(id)) },
});
