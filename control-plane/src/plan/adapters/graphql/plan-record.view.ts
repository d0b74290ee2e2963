import { planKind } from "@socle/contracts";
import { isDecided, nextStates, type PlanRecord } from "../../domain/plan-record.js";
import type { PlanRecordType } from "./plan-record.types.js";

/** A record as clients read it: values in the order of its kind's fields, and where it may go from here. */
export const planRecordView = ({ values, ...record }: PlanRecord): PlanRecordType => ({
  ...record,
  fields: Object.keys(planKind(record.kind).fields).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [{ name, value }];
  }),
  steps: nextStates(record).map((to) => ({ to, decided: isDecided(record.kind, to) })),
});
