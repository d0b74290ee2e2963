import { Field, Float, InputType, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import {
  AI_ACT_CLASSES,
  AI_ACT_ROLES,
  ANNEX_III_POINTS,
  ARTICLE_6_3_GROUNDS,
  PROHIBITED_PRACTICES,
} from "../../../domain/dossier/ai-act.js";
import {
  FUNCTION_DOMAINS,
  GEOGRAPHIC_SCOPES,
  MODALITIES,
  PUBLICATION_CATEGORIES,
  type Dossier,
} from "../../../domain/dossier/dossier.js";

export const FunctionDomainEnum = graphqlEnum("FunctionDomain", FUNCTION_DOMAINS);
const GeographicScopeEnum = graphqlEnum("GeographicScope", GEOGRAPHIC_SCOPES);
const AiActRoleEnum = graphqlEnum("AiActRole", AI_ACT_ROLES);
const AiActClassEnum = graphqlEnum("AiActClass", AI_ACT_CLASSES);
const AnnexIiiEnum = graphqlEnum("AnnexIiiPoint", ANNEX_III_POINTS);
const Article63Enum = graphqlEnum("Article63Ground", ARTICLE_6_3_GROUNDS);
const ProhibitedPracticeEnum = graphqlEnum("ProhibitedPractice", PROHIBITED_PRACTICES);
const ModalityEnum = graphqlEnum("Modality", MODALITIES);
const PublicationCategoryEnum = graphqlEnum("PublicationCategory", PUBLICATION_CATEGORIES);
const BenefitKindEnum = graphqlEnum("BenefitKind", ["expected", "measured"] as const);

@InputType("LinkInput")
@ObjectType("Link")
export class LinkType {
  @Field(() => String) title!: string;
  @Field(() => String) url!: string;
}

@InputType("BenefitInput")
@ObjectType("Benefit")
export class BenefitType {
  @Field(() => String) name!: string;
  @Field(() => BenefitKindEnum) kind!: "expected" | "measured";
  @Field(() => Float) value!: number;
  @Field(() => String) unit!: string;
  @Field(() => String, { nullable: true, description: "A day, such as 2026-06-16." }) on?: string | null;
  @Field(() => String, { nullable: true }) source?: string | null;
}

/** The same fields in and out; all may be missing. */
@InputType("UseCaseDossierInput")
@ObjectType("UseCaseDossier")
export class DossierType {
  @Field(() => String, { nullable: true }) longDescription?: Dossier["longDescription"];
  @Field(() => String, { nullable: true }) team?: Dossier["team"];
  @Field(() => String, { nullable: true }) responsibleRole?: Dossier["responsibleRole"];
  @Field(() => String, { nullable: true }) publicPage?: Dossier["publicPage"];
  @Field(() => String, { nullable: true }) problem?: Dossier["problem"];
  @Field(() => String, { nullable: true }) goal?: Dossier["goal"];
  @Field(() => String, { nullable: true }) previousProcess?: Dossier["previousProcess"];
  @Field(() => String, { nullable: true }) proportionality?: Dossier["proportionality"];
  @Field(() => [BenefitType], { nullable: true }) benefits?: Dossier["benefits"];
  @Field(() => FunctionDomainEnum, { nullable: true }) functionDomain?: Dossier["functionDomain"];
  @Field(() => Int, { nullable: true }) agents?: Dossier["agents"];
  @Field(() => Int, { nullable: true }) users?: Dossier["users"];
  @Field(() => GeographicScopeEnum, { nullable: true }) geographicScope?: Dossier["geographicScope"];
  @Field(() => String, { nullable: true }) frequency?: Dossier["frequency"];
  @Field(() => Boolean, { nullable: true }) facesUsers?: Dossier["facesUsers"];
  @Field(() => String, { nullable: true }) disclosure?: Dossier["disclosure"];
  @Field(() => String, { nullable: true }) humanChannel?: Dossier["humanChannel"];
  @Field(() => [LinkType], { nullable: true }) legalBasis?: Dossier["legalBasis"];
  @Field(() => String, { nullable: true }) decisionMention?: Dossier["decisionMention"];
  @Field(() => String, { nullable: true }) rulesUrl?: Dossier["rulesUrl"];
  @Field(() => String, { nullable: true }) appealRoute?: Dossier["appealRoute"];
  @Field(() => Boolean, { nullable: true }) trainingRequired?: Dossier["trainingRequired"];
  @Field(() => AiActRoleEnum, { nullable: true }) aiActRole?: Dossier["aiActRole"];
  @Field(() => AiActClassEnum, { nullable: true }) aiActClass?: Dossier["aiActClass"];
  @Field(() => AnnexIiiEnum, { nullable: true }) annexIii?: Dossier["annexIii"];
  @Field(() => Article63Enum, { nullable: true }) article63?: Dossier["article63"];
  @Field(() => String, { nullable: true }) article63Reason?: Dossier["article63Reason"];
  @Field(() => ProhibitedPracticeEnum, { nullable: true }) prohibitedPractice?: Dossier["prohibitedPractice"];
  @Field(() => String, { nullable: true }) providerEntryUrl?: Dossier["providerEntryUrl"];
  @Field(() => String, { nullable: true }) friaSummary?: Dossier["friaSummary"];
  @Field(() => String, { nullable: true }) dpiaSummary?: Dossier["dpiaSummary"];
  @Field(() => [String], { nullable: true }) memberStates?: Dossier["memberStates"];
  @Field(() => Boolean, { nullable: true }) srenSensitive?: Dossier["srenSensitive"];
  @Field(() => Boolean, { nullable: true }) srenHarm?: Dossier["srenHarm"];
  @Field(() => [LinkType], { nullable: true }) dataSources?: Dossier["dataSources"];
  @Field(() => String, { nullable: true }) retention?: Dossier["retention"];
  @Field(() => String, { nullable: true }) processingRecord?: Dossier["processingRecord"];
  @Field(() => [String], { nullable: true }) models?: Dossier["models"];
  @Field(() => [String], { nullable: true }) suppliers?: Dossier["suppliers"];
  @Field(() => String, { nullable: true }) procurement?: Dossier["procurement"];
  @Field(() => Boolean, { nullable: true }) proprietary?: Dossier["proprietary"];
  @Field(() => String, { nullable: true }) exitPlan?: Dossier["exitPlan"];
  @Field(() => String, { nullable: true }) exitPlanEndsOn?: Dossier["exitPlanEndsOn"];
  @Field(() => Boolean, { nullable: true }) healthForThirdParty?: Dossier["healthForThirdParty"];
  @Field(() => String, { nullable: true }) evaluationDueOn?: Dossier["evaluationDueOn"];
  @Field(() => String, { nullable: true }) sourceCodeUrl?: Dossier["sourceCodeUrl"];
  @Field(() => String, { nullable: true }) methods?: Dossier["methods"];
  @Field(() => String, { nullable: true }) risks?: Dossier["risks"];
  @Field(() => Int, { nullable: true }) languages?: Dossier["languages"];
  @Field(() => [ModalityEnum], { nullable: true }) modalities?: Dossier["modalities"];
  @Field(() => String, { nullable: true }) accessibility?: Dossier["accessibility"];
  @Field(() => String, { nullable: true }) energy?: Dossier["energy"];
  @Field(() => String, { nullable: true }) beginsOn?: Dossier["beginsOn"];
  @Field(() => String, { nullable: true }) endsOn?: Dossier["endsOn"];
  @Field(() => String, { nullable: true }) nextMilestone?: Dossier["nextMilestone"];
  @Field(() => String, { nullable: true }) nextMilestoneOn?: Dossier["nextMilestoneOn"];
  @Field(() => String, { nullable: true }) lineage?: Dossier["lineage"];
  @Field(() => PublicationCategoryEnum, { nullable: true }) publicationCategory?: Dossier["publicationCategory"];
}
