import { inputAndObjectType } from "../../../../platform/graphql/input-type.js";
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
  benefit,
  dossierSchema,
  link,
  type Dossier,
} from "../../../domain/dossier/dossier.js";

export const FunctionDomainEnum = graphqlEnum("FunctionDomain", FUNCTION_DOMAINS);
graphqlEnum("GeographicScope", GEOGRAPHIC_SCOPES);
graphqlEnum("AiActRole", AI_ACT_ROLES);
graphqlEnum("AiActClass", AI_ACT_CLASSES);
graphqlEnum("AnnexIiiPoint", ANNEX_III_POINTS);
graphqlEnum("Article63Ground", ARTICLE_6_3_GROUNDS);
graphqlEnum("ProhibitedPractice", PROHIBITED_PRACTICES);
graphqlEnum("Modality", MODALITIES);
graphqlEnum("PublicationCategory", PUBLICATION_CATEGORIES);
graphqlEnum("BenefitKind", ["expected", "measured"] as const);

inputAndObjectType("Link", link);
inputAndObjectType("Benefit", benefit);
export const DossierType = inputAndObjectType<Dossier>("UseCaseDossier", dossierSchema);
