import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { ConditionType } from "../../../platform/graphql/refusal.types.js";
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
const WeightsEnum = graphqlEnum("ModelWeights", WEIGHTS);
const FormatEnum = graphqlEnum("ModelFormat", MODEL_FORMATS);
const RunsInEnum = graphqlEnum("RunsIn", RUNS_IN);
const TrainingOnInputsEnum = graphqlEnum("TrainingOnInputs", TRAINING_ON_INPUTS);
const EvalStatusEnum = graphqlEnum("EvalStatus", EVAL_STATUSES);

@InputType("ProvenanceInput")
@ObjectType("Provenance", { description: "Where a model comes from, apart from where it runs." })
export class ProvenanceType {
  @Field(() => WeightsEnum, { nullable: true }) weights?: Provenance["weights"];
  @Field(() => FormatEnum, { nullable: true }) format?: Provenance["format"];
  @Field(() => String, { nullable: true, description: "Of the weights, in hexadecimal." }) sha256?: string | null;
  @Field(() => RunsInEnum, { nullable: true }) runsIn?: Provenance["runsIn"];
  @Field(() => TrainingOnInputsEnum, { nullable: true }) trainingOnInputs?: Provenance["trainingOnInputs"];
  @Field(() => EvalStatusEnum, { nullable: true }) evalStatus?: Provenance["evalStatus"] | null;
  @Field(() => Float, { nullable: true, description: "Thousand millions of weights." }) billionParameters?:
    number | null;
  @Field(() => String, { nullable: true }) cardUrl?: string | null;
}

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
  @Field(() => ProvenanceType) provenance!: ProvenanceType;
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

@InputType("ProposeModelInput")
export class ProposeModelFields {
  @Field(() => ID, { description: "The body that asks for it." }) organisationId!: string;
  @Field(() => String) name!: string;
  @Field(() => String) publisher!: string;
  @Field(() => String) publisherCountry!: string;
  @Field(() => String) licence!: string;
  @Field(() => Int) contextWindow!: number;
  @Field(() => ProvenanceType, { nullable: true }) provenance?: ProvenanceType | null;
  @Field(() => String, { nullable: true, description: "The same key twice creates once." })
  idempotencyKey?: string | null;
}

@InputType("DeprecateModelInput")
export class DeprecateModelFields {
  @Field(() => ID) id!: string;
  @Field(() => Date, { description: "Ninety days ahead at the least." }) endsAt!: Date;
  @Field(() => ID, { nullable: true }) replacementId?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Gives its aliases to the replacement at once." })
  moveAliases?: boolean;
  @Field(() => String) reason!: string;
}

export const ModelResult = resultUnion("ModelResult", ModelType);
