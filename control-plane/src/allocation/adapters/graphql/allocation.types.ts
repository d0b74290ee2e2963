import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "@nestjs/graphql";
import { BUDGET_PERIODS, type BudgetPeriod, type BudgetUnit } from "@socle/contracts";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";

/** People read and write euros; the domain counts millionths of one. */
const BudgetUnitEnum = { TOKEN: "token", EURO: "micro_euro" } as const satisfies Record<string, BudgetUnit>;
registerEnumType(BudgetUnitEnum, { name: "BudgetUnit" });
const BudgetPeriodEnum = graphqlEnum("BudgetPeriod", BUDGET_PERIODS);

@ObjectType("Allocation", { description: "A right to GPU-seconds per second of a pool, in GPUs." })
export class AllocationType {
  @Field(() => ID) id!: string;
  @Field(() => ID) poolId!: string;
  @Field(() => ID) nodeId!: string;
  @Field(() => String) nodeType!: string;
  @Field(() => Float) nominal!: number;
  @Field(() => Float, { description: "Part of nominal that is never lent." }) guarantee!: number;
  @Field(() => Float, { nullable: true }) lendLimit!: number | null;
  @Field(() => Float, { nullable: true }) borrowLimit!: number | null;
  @Field(() => Float) weight!: number;
}

@ObjectType("PoolLiveRow")
export class PoolLiveRowType {
  /** `null` for the reserve and for organisations that the reader may not see. */
  organisationId!: string | null;
  @Field(() => Float) nominal!: number;
  @Field(() => Float) guarantee!: number;
  @Field(() => Float) occupied!: number;
  @Field(() => Float) lent!: number;
  @Field(() => Float) borrowed!: number;
  @Field(() => Float) free!: number;
  @Field(() => Int) running!: number;
  @Field(() => Int) waiting!: number;
  @Field(() => Float) gpuSeconds!: number;
  @Field(() => Float, { description: "Part of the pool's service in the window, 0 to 1." }) share!: number;
}

@ObjectType("PoolLive", { description: "What runs now in a pool, in GPUs, from the replicas' last reports." })
export class PoolLiveType {
  @Field(() => Date, { nullable: true }) at!: Date | null;
  @Field(() => Int) replicas!: number;
  @Field(() => Int) physical!: number;
  @Field(() => Float) allocated!: number;
  @Field(() => Float) reserve!: number;
  @Field(() => Float) occupiedWithinRight!: number;
  @Field(() => Float) borrowed!: number;
  @Field(() => Float) lent!: number;
  @Field(() => Float) free!: number;
  @Field(() => [PoolLiveRowType]) rows!: readonly PoolLiveRowType[];
}

@ObjectType("Budget")
export class BudgetType {
  @Field(() => ID) id!: string;
  @Field(() => ID) nodeId!: string;
  @Field(() => BudgetUnitEnum) unit!: BudgetUnit;
  @Field(() => Float, { description: "Tokens or euros." }) amount!: number;
  @Field(() => BudgetPeriodEnum) period!: BudgetPeriod;
  @Field(() => Date) periodStart!: Date;
  @Field(() => Date) periodEnd!: Date;
  @Field(() => Float) settled!: number;
  @Field(() => Float) leased!: number;
  @Field(() => Float) left!: number;
}

@InputType("GrantAllocationInput")
export class GrantAllocationInputType {
  @Field(() => ID) poolId!: string;
  @Field(() => ID) nodeId!: string;
  @Field(() => Float) nominal!: number;
  @Field(() => Float) guarantee!: number;
  @Field(() => Float, { nullable: true }) lendLimit?: number | null;
  @Field(() => Float, { nullable: true }) borrowLimit?: number | null;
  @Field(() => Float) weight!: number;
  @Field(() => String) reason!: string;
}

@InputType("SetBudgetInput")
export class SetBudgetInputType {
  @Field(() => ID) nodeId!: string;
  @Field(() => BudgetUnitEnum) unit!: BudgetUnit;
  @Field(() => BudgetPeriodEnum) period!: BudgetPeriod;
  @Field(() => Float) amount!: number;
  @Field(() => String) reason!: string;
}

export const AllocationResult = resultUnion("AllocationResult", AllocationType);
export const BudgetResult = resultUnion("BudgetResult", BudgetType);
