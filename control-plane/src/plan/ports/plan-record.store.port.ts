import type { PlanKindName } from "@socle/contracts";
import { fold } from "../../kernel/fold.js";
import type { Context } from "../../kernel/use-case.js";
import type { PlanRecord } from "../domain/plan-record.js";

/** What lists go by: days first, records without one last; the latest written first; the title. */
export const PLAN_ORDERS = ["due", "declared", "title"] as const;
export type PlanOrder = (typeof PLAN_ORDERS)[number];

export interface PlanQuery {
  /** Empty for all. */
  readonly kinds: readonly PlanKindName[];
  /** Of this organisation or below it; `null` for all that the actor may see. */
  readonly organisationId: string | null;
  /** Empty for all. */
  readonly states: readonly string[];
  /** Words that all stand in title, values or source, whatever the case and the accents; empty for all. */
  readonly search: string;
  readonly order: PlanOrder;
  readonly descending: boolean;
  readonly first: number;
  /** Sort key and id of the record before the page; `null` for the first page. */
  readonly after: readonly [string, string] | null;
}

/** The part of the order that is compared, as text; without a day behind every day. */
export const planKey = (order: PlanOrder, { id, title, dueOn, declaredAt }: PlanRecord): readonly [string, string] => [
  { due: dueOn ?? "9999-12-31", declared: declaredAt.toISOString(), title: fold(title) }[order],
  id,
];

/** Records of the plan, within what the context's actor may see. */
export interface PlanRecordStore {
  find(ctx: Context, id: string): Promise<PlanRecord | null>;
  /** False when the organisation has a record of that kind and title already. */
  insert(ctx: Context, record: PlanRecord): Promise<boolean>;
  /** Writes the next version; false when the stored version is not `record.version - 1` any more. */
  update(ctx: Context, record: PlanRecord): Promise<boolean>;
  /** One more than asked for when there are more. */
  page(ctx: Context, query: PlanQuery): Promise<readonly PlanRecord[]>;
  /** All of them, oldest first, for exports. */
  all(ctx: Context): Promise<readonly PlanRecord[]>;
}
