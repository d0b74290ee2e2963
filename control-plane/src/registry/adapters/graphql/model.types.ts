import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { ConditionType } from "../../../platform/graphql/refusal.types.js";
import { provenance } from "../../use-cases/models/model.input.js";
import { inputAndObjectType } from "../../../platform/graphql/input-type.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import {
  EVAL_STATUSES,
  MODEL_FORMATS,
  MODEL_STATES,
  RUNS_IN,
  TRAINING_ON_INPUTS,
  WEIGHTS,
  type ModelState,
  type Provenance,
} from "../../domain/models/model.js";

const ModelStateEnum = graphqlEnum("ModelState", MODEL_STATES);
graphqlEnum("ModelWeights", WEIGHTS);
graphqlEnum("ModelFormat", MODEL_FORMATS);
graphqlEnum("RunsIn", RUNS_IN);
graphqlEnum("TrainingOnInputs", TRAINING_ON_INPUTS);
graphqlEnum("EvalStatus", EVAL_STATUSES);

export const ProvenanceType = inputAndObjectType("Provenance", provenance);

@ObjectType("ModelSunset")
export class ModelSunsetType {
  @Field(() => Date) announcedAt!: Date;
  @Field(() => Date, { description: "It answers until then." }) endsAt!: Date;
  @Field(() => String) reason!: string;
  replacementId!: string | null;
}

/** Serving adds `simulatedOnly`. */
@ObjectType("Model")
export class ModelType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) publisher!: string;
  @Field(() => String) publisherCountry!: string;
  @Field(() => String) licence!: string;
  @Field(() => Int) contextWindow!: number;
  @Field(() => ProvenanceType) provenance!: Provenance;
  @Field(() => ModelStateEnum) state!: ModelState;
  @Field(() => ModelSunsetType, { nullable: true, description: "Once its end is announced." })
  sunset!: ModelSunsetType | null;
  @Field(() => Int) version!: number;
  proposedFor!: string | null;
}

@ObjectType("ModelStep", { description: "A step of a model's life that its state allows." })
export class ModelStepType {
  @Field(() => ModelStateEnum) to!: ModelState;
  @Field(() => [ConditionType], { description: "What it asks of the model, as it stands." })
  conditions!: readonly ConditionType[];
}

@ObjectType("ModelNotice", { description: "A model that the use case depends on is to end." })
export class ModelNoticeType {
  @Field(() => ID) id!: string;
  @Field(() => Date) sentAt!: Date;
  @Field(() => Date) endsAt!: Date;
  modelId!: string;
  replacementId!: string | null;
}

export const ModelResult = resultUnion("ModelResult", ModelType);
