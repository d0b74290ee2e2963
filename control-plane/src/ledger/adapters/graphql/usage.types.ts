import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import type { Figures } from "../../domain/figures.js";
import { USAGE_GROUPS } from "../../domain/usage-report.js";

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

export const totalsView = (figures: Figures): UsageTotalsType => ({
  requests: figures.requests,
  refused: figures.refused,
  inputTokens: figures.inputTokens,
  outputTokens: figures.outputTokens,
  costEuro: figures.costMicroEuro / 1e6,
  gpuSeconds: figures.gpuMicroSeconds / 1e6,
  kWh: figures.nanoKWh / 1e9,
  kgCO2eq: figures.nanoKgCO2eq / 1e9,
  estimatedRequests: figures.estimated,
});
