import { Field, Float, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import type { Criticality } from "../../domain/round-program/instance.js";
import { CUT_REASONS, type CutReason, type PoolCut } from "../../domain/rounds/pool-cuts.js";

const CutKindEnum = graphqlEnum("CutKind", ["stop_borrowing", "drain", "lower_right"] as const);
const CutReasonEnum = graphqlEnum("CutReason", CUT_REASONS);

@ObjectType("CutStep", { description: "One step in which a pool gives GPUs back." })
export class CutStepType {
  /** `null` for all, and for whom the reader may not see. */
  nodeId!: string | null;
  @Field(() => Int, { description: "1 comes first." }) position!: number;
  @Field(() => CutKindEnum) kind!: PoolCut["kind"];
  @Field(() => Float, { nullable: true, description: "null where nobody can say before." }) gpus!: number | null;
  @Field(() => Int, { nullable: true, description: "1 to 4, 4 is cut first." }) criticality!: Criticality | null;
  @Field(() => Float, { description: "The right before the step." }) before!: number;
  @Field(() => Float, { description: "The right after it; never under the guarantee." }) after!: number;
  @Field(() => Float) guarantee!: number;
  @Field(() => CutReasonEnum) reason!: CutReason;
  @Field(() => String, { description: "The reason with its figures, in English." }) explanation!: string;
}

@ObjectType("PoolCutOrder", { description: "Which rights of a pool would be cut first, if fewer GPUs remained." })
export class PoolCutOrderType {
  @Field(() => Int) physical!: number;
  @Field(() => Float) remaining!: number;
  @Field(() => Float, { description: "Rights that are carved out of no other." }) owed!: number;
  @Field(() => Float, { description: "GPUs of them that what remains would not hold." }) missing!: number;
  @Field(() => Float, { description: "Never cut." }) guaranteed!: number;
  @Field(() => Float, { description: "GPUs by which what remains is short of the guarantees: people decide." })
  shortOfGuarantees!: number;
  @Field(() => [CutStepType]) steps!: readonly CutStepType[];
}

/** A step as an English sentence with its figures. */
export function explanationOf({ reason, gpus, before, after, guarantee, criticality }: PoolCut): string {
  switch (reason) {
    case "borrowing_stops_first":
      return "No request beyond anybody's right is admitted any more: nobody loses a right while others borrow.";
    case "loans_end_before_rights":
      return `${gpus ?? 0} borrowed GPUs come back as their requests end; none is cut.`;
    case "least_critical_first":
      return (
        `Class ${criticality ?? 4} is cut before more critical ones, in proportion to what each holds over its guarantee: ` +
        `${before} GPUs become ${after}, ${guarantee} are guaranteed.`
      );
  }
}
