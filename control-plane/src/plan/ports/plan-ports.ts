import type { Context } from "../../kernel/use-case.js";
import type { PlanRecordStore } from "./plan-record.store.port.js";

export interface PlanPorts {
  readonly records: PlanRecordStore;
  readonly organisations: {
    /** Whether it is there today, within what the context's actor may see. */
    exists(ctx: Context, id: string): Promise<boolean>;
  };
}
