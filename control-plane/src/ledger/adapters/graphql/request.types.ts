import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { connectionType } from "../../../platform/graphql/page.types.js";
import type { LedgerEntry } from "../../domain/ledger-entry.js";
import { QuantityAmountType, amountsView } from "./quantity-amount.type.js";

@InputType("RequestFilter")
export class RequestFilterInput {
  @Field(() => [String], { nullable: true }) outcome?: string[] | null;
  @Field(() => [String], { nullable: true }) code?: string[] | null;
  @Field(() => ID, { nullable: true }) useCaseId?: string | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => ID, { nullable: true }) applicationId?: string | null;
  @Field(() => Date, { nullable: true }) from?: Date | null;
  @Field(() => Date, { nullable: true }) to?: Date | null;
  @Field(() => String, { nullable: true }) decisionId?: string | null;
  @Field(() => String, { nullable: true, description: "Of the administrative decision that requests named." })
  decisionRef?: string | null;
}

@ObjectType("RequestSummary")
export class RequestSummaryType {
  organisationId!: string | null;
  applicationId!: string | null;
  modelId!: string | null;
  poolId!: string | null;
  requestedModel!: string | null;
  @Field(() => ID) id!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String) outcome!: string;
  @Field(() => String, { nullable: true }) code!: string | null;
  @Field(() => Int) status!: number;
  @Field(() => ID, { nullable: true }) useCaseId!: string | null;
  @Field(() => Int, { nullable: true }) inputTokens!: number | null;
  @Field(() => Int, { nullable: true }) outputTokens!: number | null;
  @Field(() => Float, { nullable: true }) costEuro!: number | null;
  @Field(() => [QuantityAmountType], { description: "Everything that was counted; empty when nothing ran." })
  amounts!: QuantityAmountType[];
  @Field(() => Float, { nullable: true }) firstTokenMs!: number | null;
  @Field(() => Float) totalMs!: number;
  @Field(() => String, { nullable: true, description: "Of the administrative decision that it named." })
  decisionRef!: string | null;
}

export const RequestConnectionType = connectionType("Request", RequestSummaryType);

export function summaryView({ record, ...dimensions }: LedgerEntry): RequestSummaryType {
  const { decision, usage } = record;
  return {
    id: decision.id,
    at: new Date(decision.at),
    outcome: decision.outcome,
    code: decision.code,
    status: decision.status,
    // The caller's own organisation: what nobody is known for is counted under the State but shown under none.
    organisationId: decision.organisationId,
    useCaseId: dimensions.useCaseId,
    applicationId: dimensions.applicationId,
    modelId: dimensions.modelId,
    poolId: dimensions.poolId,
    requestedModel: decision.requestedModel,
    inputTokens: usage?.quantities.inputTokens ?? null,
    outputTokens: usage?.quantities.outputTokens ?? null,
    costEuro: usage === null ? null : (usage.quantities.costMicroEuro ?? 0) / 1e6,
    amounts: amountsView(usage?.quantities ?? {}),
    firstTokenMs: usage?.firstTokenMs ?? null,
    totalMs: usage?.totalMs ?? decision.stages.total,
    decisionRef: decision.asked?.decisionRef ?? null,
  };
}
