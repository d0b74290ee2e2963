import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "@nestjs/graphql";
import {
  BUDGET_PERIODS,
  BUDGET_UNITS,
  EXHAUSTION_RULES,
  LIMIT_KINDS,
  budgetReading,
  type BudgetPeriod,
  type BudgetUnit,
  type ExhaustionRule,
  type LimitKind,
} from "@socle/contracts";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";

/** People read and write euros, GPU-hours and kilograms; the domain counts whole small units. */
const BudgetUnitEnum = Object.fromEntries(BUDGET_UNITS.map((unit) => [budgetReading(unit).name, unit]));
registerEnumType(BudgetUnitEnum, { name: "BudgetUnit" });
const BudgetPeriodEnum = graphqlEnum("BudgetPeriod", BUDGET_PERIODS);
const ExhaustionRuleEnum = graphqlEnum("ExhaustionRule", EXHAUSTION_RULES);
const LimitKindEnum = graphqlEnum("LimitKind", LIMIT_KINDS);

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
  @Field(() => Int, { description: "1 to 4: whose guarantee is kept first when less lives than was promised." })
  criticality!: number;
  @Field(() => Float, { description: "How much past use counts against it when the surplus is shared; 0: not at all." })
  historyFactor!: number;
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

@ObjectType("PoolLoan", { description: "GPUs that run on the idle right of somebody else." })
export class PoolLoanType {
  /** `null` for the reserve and for organisations that the reader may not see. */
  lenderId!: string | null;
  borrowerId!: string | null;
  @Field(() => Float) gpus!: number;
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
  @Field(() => [PoolLoanType], { description: "Who lends to whom; sums to `lent` and `borrowed` of the rows." })
  loans!: readonly PoolLoanType[];
}

@ObjectType("Budget")
export class BudgetType {
  @Field(() => ID) id!: string;
  @Field(() => ID) nodeId!: string;
  @Field(() => BudgetUnitEnum) unit!: BudgetUnit;
  @Field(() => Float, { description: "In what `unit` names." }) amount!: number;
  @Field(() => BudgetPeriodEnum) period!: BudgetPeriod;
  @Field(() => Date) periodStart!: Date;
  @Field(() => Date) periodEnd!: Date;
  @Field(() => Float) settled!: number;
  @Field(() => Float) leased!: number;
  @Field(() => Float) left!: number;
  @Field(() => ID, { nullable: true, description: "Counts this model alone." }) modelId!: string | null;
  @Field(() => ExhaustionRuleEnum) onExhaust!: ExhaustionRule;
  @Field(() => Boolean, { description: "Refuses when no unexpired lease covers a request." }) hard!: boolean;
  @Field(() => Int, { description: "First month of a year." }) firstMonth!: number;
}

@ObjectType("UsageLimit", { description: "What a node may ask for at once, per minute or per day, over all replicas." })
export class UsageLimitType {
  @Field(() => ID) id!: string;
  @Field(() => ID) nodeId!: string;
  @Field(() => LimitKindEnum) kind!: LimitKind;
  @Field(() => Float) value!: number;
  @Field(() => ID, { nullable: true, description: "Counts this model alone." }) modelId!: string | null;
  @Field(() => Boolean, { description: "Refuses when no unexpired lease covers a request." }) hard!: boolean;
  @Field(() => Date) windowStart!: Date;
  @Field(() => Date) windowEnd!: Date;
  @Field(() => Float, { description: "Used in the present window, as far as schedulers have reported." }) used!: number;
  @Field(() => Float, { description: "Held by schedulers now." }) held!: number;
  @Field(() => Float) left!: number;
}

@ObjectType("ClosedEpoch", { description: "A scheduler's life whose records were given up as lost." })
export class ClosedEpochType {
  @Field(() => String) replica!: string;
  @Field(() => Float) epoch!: number;
  @Field(() => Int, { description: "Blocks of budgets that count as used." }) spentBlocks!: number;
  @Field(() => Int, { description: "Blocks of requests at once that are free again." }) freedBlocks!: number;
}

@InputType("SetUsageLimitInput")
export class SetUsageLimitInputType {
  @Field(() => ID) nodeId!: string;
  @Field(() => LimitKindEnum) kind!: LimitKind;
  @Field(() => Float) value!: number;
  @Field(() => ID, { nullable: true }) modelId?: string | null;
  @Field(() => Boolean, { nullable: true }) hard?: boolean;
  @Field(() => String) reason!: string;
}

@InputType("CloseLostEpochInput")
export class CloseLostEpochInputType {
  @Field(() => String) replica!: string;
  @Field(() => Float) epoch!: number;
  @Field(() => String) reason!: string;
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
  @Field(() => Int, { nullable: true, description: "1 to 4, 4 when left out." }) criticality?: number | null;
  @Field(() => Float, { nullable: true, description: "0 when left out." }) historyFactor?: number | null;
  @Field(() => String) reason!: string;
}

@InputType("SetBudgetInput")
export class SetBudgetInputType {
  @Field(() => ID) nodeId!: string;
  @Field(() => BudgetUnitEnum) unit!: BudgetUnit;
  @Field(() => BudgetPeriodEnum) period!: BudgetPeriod;
  @Field(() => Float) amount!: number;
  @Field(() => ID, { nullable: true }) modelId?: string | null;
  @Field(() => ExhaustionRuleEnum, { nullable: true }) onExhaust?: ExhaustionRule;
  @Field(() => Boolean, { nullable: true }) hard?: boolean;
  @Field(() => Int, { nullable: true }) firstMonth?: number;
  @Field(() => String) reason!: string;
}

export const AllocationResult = resultUnion("AllocationResult", AllocationType);
export const BudgetResult = resultUnion("BudgetResult", BudgetType);
export const UsageLimitResult = resultUnion("UsageLimitResult", UsageLimitType);
export const ClosedEpochResult = resultUnion("ClosedEpochResult", ClosedEpochType);
