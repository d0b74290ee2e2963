import { Field, ID, InputType } from "@nestjs/graphql";
import type { ChangeCause, ChangeKind } from "../../../domain/simulation/decision-change.js";
import type { SimulationState } from "../../../domain/simulation/simulation.js";
import { ChangeCauseEnum, ChangeKindEnum, SimulationStateEnum } from "./simulation.types.js";

@InputType("SimulationRuleFileInput")
class RuleFileInputType {
  @Field(() => String, { description: "family/rule/rule.yaml; the id in the text wins." }) path!: string;
  @Field(() => String) text!: string;
}

@InputType("SimulationRulesInput", { description: "Rules to try that are not on record." })
class RulesInputType {
  @Field(() => [RuleFileInputType]) files!: RuleFileInputType[];
  @Field(() => Boolean, { defaultValue: true, description: "Beside, or in the place of, the active ones." })
  onTopOfActive!: boolean;
  @Field(() => [String], { defaultValue: [], description: "Ids of active rules to leave out." }) without!: string[];
}

@InputType("SimulationInput", {
  description: "Without `candidateDigest` and `rules`, the active rules are replayed: give a day.",
})
export class SimulationInputType {
  @Field(() => ID, { nullable: true, description: "Whose decisions; all that you see when absent." })
  organisationId?: string | null;
  @Field(() => String, { description: "First day of the window, in Paris." }) fromDay!: string;
  @Field(() => String, { description: "Last day of the window, in Paris." }) toDay!: string;
  @Field(() => String, { nullable: true, description: "Judge as if on that day." }) legalDay?: string | null;
  @Field(() => String, { nullable: true, description: "Digest of a bundle on record." })
  candidateDigest?: string | null;
  @Field(() => RulesInputType, { nullable: true }) rules?: RulesInputType | null;
}

@InputType("SimulationFilter")
export class SimulationFilterInput {
  @Field(() => [SimulationStateEnum], { nullable: true }) state?: SimulationState[] | null;
}

@InputType("SimulationChangeFilter")
export class SimulationChangeFilterInput {
  @Field(() => ChangeKindEnum, { nullable: true }) kind?: ChangeKind | null;
  @Field(() => ChangeCauseEnum, { nullable: true }) cause?: ChangeCause | null;
  @Field(() => ID, { nullable: true }) ministryId?: string | null;
  @Field(() => ID, { nullable: true }) useCaseId?: string | null;
  @Field(() => String, { nullable: true }) rule?: string | null;
}
