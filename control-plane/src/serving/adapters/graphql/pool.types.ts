import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";

@ObjectType("Endpoint")
export class EndpointType {
  @Field(() => ID) id!: string;
  @Field(() => String) url!: string;
  @Field(() => Boolean) simulated!: boolean;
}

@ObjectType("Deployment")
export class DeploymentType {
  @Field(() => ID) id!: string;
  @Field(() => String) servedName!: string;
  @Field(() => Int) gpusPerReplica!: number;
  @Field(() => Float, { description: "In euros." }) inputPricePerMillion!: number;
  @Field(() => Float, { description: "In euros." }) outputPricePerMillion!: number;
  @Field(() => [EndpointType]) endpoints!: readonly EndpointType[];
  modelId!: string;
}

@ObjectType("PoolVeto")
export class PoolVetoType {
  @Field(() => Date) at!: Date;
  @Field(() => String) reason!: string;
}

@ObjectType("Pool")
export class PoolType {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => String) name!: string;
  @Field(() => String) gpuClass!: string;
  @Field(() => Int) gpuCount!: number;
  @Field(() => [String]) acceptedLabels!: readonly string[];
  @Field(() => String) hosting!: string;
  @Field(() => Boolean) active!: boolean;
  @Field(() => PoolVetoType, { nullable: true, description: "The compliance cell keeps it closed." })
  veto!: PoolVetoType | null;
  @Field(() => Boolean, { description: "Its figures are made up for a demonstration." }) invented!: boolean;
}
