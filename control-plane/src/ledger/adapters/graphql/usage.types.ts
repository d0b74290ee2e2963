import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import type { Amounts } from "@socle/contracts";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { USAGE_GROUPS } from "../../domain/usage-report.js";
import { QuantityAmountType, amountsView } from "./quantity-amount.type.js";

export const UsageGroupEnum = graphqlEnum("UsageGroup", USAGE_GROUPS);

@ObjectType("UsageTotals")
export class UsageTotalsType {
  @Field(() => Int) requests!: number;
  @Field(() => Int) refused!: number;
  @Field(() => Float) inputTokens!: number;
  @Field(() => Float) outputTokens!: number;
  @Field(() => Float) costEuro!: number;
  @Field(() => Float) gpuSeconds!: number;
  @Field(() => Float) kWh!: number;
  @Field(() => Float) kgCO2eq!: number;
  @Field(() => Int, { description: "Requests whose tokens were counted from what was forwarded." })
  estimatedRequests!: number;
  @Field(() => [QuantityAmountType], { description: "Everything that was counted." })
  amounts!: QuantityAmountType[];
}

@ObjectType("UsageRow")
export class UsageRowType {
  @Field(() => String, { description: "YYYY-MM-DD in Paris." }) day!: string;
  @Field(() => ID) groupId!: string;
  @Field(() => String) groupName!: string;
  @Field(() => UsageTotalsType) totals!: UsageTotalsType;
}

@ObjectType("UsageReport", { description: "Whole Paris days; totals are the sum of the rows." })
export class UsageReportType {
  @Field(() => Date) from!: Date;
  @Field(() => Date) to!: Date;
  @Field(() => [UsageRowType]) rows!: UsageRowType[];
  @Field(() => UsageTotalsType) totals!: UsageTotalsType;
  @Field(() => Date, { nullable: true, description: "Time of the newest request counted." }) upTo!: Date | null;
}

export const totalsView = (amounts: Amounts): UsageTotalsType => ({
  requests: amounts.requests ?? 0,
  refused: amounts.refused ?? 0,
  inputTokens: amounts.inputTokens ?? 0,
  outputTokens: amounts.outputTokens ?? 0,
  costEuro: (amounts.costMicroEuro ?? 0) / 1e6,
  gpuSeconds: (amounts.gpuMicroSeconds ?? 0) / 1e6,
  kWh: (amounts.nanoKWh ?? 0) / 1e9,
  kgCO2eq: (amounts.nanoKgCO2eq ?? 0) / 1e9,
  estimatedRequests: amounts.estimated ?? 0,
  amounts: amountsView(amounts),
});
