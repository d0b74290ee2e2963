import type { Amounts, ChargeV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";

/** One served request's part of the budgets on its path. */
export interface SettledCharge {
  readonly at: Date;
  readonly applicationId: string;
  readonly useCaseId: string;
  readonly organisationId: string;
  readonly modelId: string;
  readonly amounts: Amounts;
  readonly leased: readonly ChargeV1[];
}

/** Counts charges against budgets, in the context's transaction. */
export type UsageSettlement = (
  ctx: Context,
  replica: string,
  epoch: number,
  charges: readonly SettledCharge[],
) => Promise<void>;
