import type { PlanKindName } from "@socle/contracts";
import { fold } from "../../kernel/fold.js";
import type { Records } from "../../kernel/stored-record.js";
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

/** Records of the plan, within what the context's actor may see; a body has a title once in a kind. */
export interface PlanRecordStore extends Records<PlanRecord> {
  /** One more than asked for when there are more. */
  page(ctx: Context, query: PlanQuery): Promise<readonly PlanRecord[]>;
}
