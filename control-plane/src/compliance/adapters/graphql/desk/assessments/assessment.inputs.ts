import { Field, ID, InputType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../../platform/graphql/graphql-enum.js";
import { HOMOLOGATION_LEVELS, SREN_HARMS } from "../../../../domain/desk/assessments/answers.js";

const SrenHarmEnum = graphqlEnum("SrenHarm", SREN_HARMS);
const HomologationLevelEnum = graphqlEnum("AssessedLevel", HOMOLOGATION_LEVELS);

@InputType("AiActScreeningInput", { description: "Lists are those of the use case's dossier, in lower case." })
export class AiActScreeningFields {
  @Field(() => String) role!: string;
  @Field(() => String, { nullable: true }) prohibitedPractice?: string | null;
  @Field(() => Boolean, { nullable: true }) annexI?: boolean | null;
  @Field(() => String, { nullable: true }) annexIii?: string | null;
  @Field(() => String, { nullable: true }) article63?: string | null;
  @Field(() => String, { nullable: true }) article63Reason?: string | null;
  @Field(() => Boolean) profiling!: boolean;
  @Field(() => Boolean) facesUsers!: boolean;
  @Field(() => Boolean) generatesContent!: boolean;
  @Field(() => Boolean) recognisesPeople!: boolean;
  @Field(() => String) reasoning!: string;
}

@InputType("FriaInput", { description: "The six elements of article 27." })
export class FriaFields {
  @Field(() => String) processes!: string;
  @Field(() => String) periodAndFrequency!: string;
  @Field(() => String) affectedGroups!: string;
  @Field(() => String) harms!: string;
  @Field(() => String) oversight!: string;
  @Field(() => String) measures!: string;
  @Field(() => String) summary!: string;
  @Field(() => Boolean) reusesDpia!: boolean;
  @Field(() => String, { nullable: true }) notifiedOn?: string | null;
}

@InputType("DpiaInput")
export class DpiaFields {
  @Field(() => Boolean) required!: boolean;
  @Field(() => String) reasoning!: string;
  @Field(() => String, { nullable: true }) doneOn?: string | null;
  @Field(() => String, { nullable: true }) dpoOpinion?: string | null;
  @Field(() => String, { nullable: true }) summary?: string | null;
  @Field(() => String, { nullable: true }) url?: string | null;
}

@InputType("SrenInput", { description: "The two cumulative criteria of article 31." })
export class SrenFields {
  @Field(() => Boolean) sensitiveByNature!: boolean;
  @Field(() => Boolean) sensitiveByUse!: boolean;
  @Field(() => [SrenHarmEnum]) harms!: readonly (typeof SREN_HARMS)[number][];
  @Field(() => String) reasoning!: string;
}

@InputType("HomologationAnswersInput")
export class HomologationFields {
  @Field(() => HomologationLevelEnum) level!: (typeof HOMOLOGATION_LEVELS)[number];
  @Field(() => String) authority!: string;
  @Field(() => String) decidedOn!: string;
  @Field(() => String) endsOn!: string;
  @Field(() => String, { nullable: true }) reserves?: string | null;
}

@InputType("ConsultationAnswersInput", {
  description: "Where it was required, the day of the record of what was said.",
})
export class ConsultationFields {
  @Field(() => Boolean) consultationRequired!: boolean;
  @Field(() => String, { nullable: true }) consultedOn?: string | null;
  @Field(() => String) reasoning!: string;
}

@InputType("DraftAssessmentInput", { description: "Exactly one of the six kinds of answers." })
export class DraftAssessmentFields {
  @Field(() => ID) useCaseId!: string;
  @Field(() => String, { description: "Number or address of the document." }) reference!: string;
  @Field(() => String, { nullable: true, description: "First day on which it is to be done again." })
  reviewOn?: string | null;
  @Field(() => AiActScreeningFields, { nullable: true }) screening?: AiActScreeningFields | null;
  @Field(() => FriaFields, { nullable: true }) fria?: FriaFields | null;
  @Field(() => DpiaFields, { nullable: true }) dpia?: DpiaFields | null;
  @Field(() => SrenFields, { nullable: true }) sren?: SrenFields | null;
  @Field(() => HomologationFields, { nullable: true }) homologation?: HomologationFields | null;
  @Field(() => ConsultationFields, { nullable: true }) consultation?: ConsultationFields | null;
}
