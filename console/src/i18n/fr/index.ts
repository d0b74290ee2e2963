import { planStates } from "../plan-states";
import { within } from "../within";
import { frenchSpacing } from "../french-spacing";
import { acts } from "./acts";
import { audit } from "./audit";
import { campaignCodes, campaignConditions, campaigns } from "./campaigns";
import { capacity } from "./capacity";
import { codes } from "./codes";
import { compliance, complianceCodes, complianceConditions, complianceIssues } from "./compliance";
import { consolidations } from "./consolidations";
import { amendmentCodes, dossier } from "./dossier";
import { emergency, emergencyCodes } from "./emergency";
import { evaluationCodes, evaluationConditions, evaluations } from "./evaluations";

import { ledger } from "./ledger";
import { modelCodes, modelConditions, models } from "./models";
import { portfolio, portfolioCodes } from "./portfolio";
import { capacityCodes, roadmapCodes, roundCodes, roundConditions } from "./refusals";
import { plan, planCodes } from "./plan";
import { policies } from "./policies";
import { registry } from "./registry";
import { roadmaps } from "./roadmaps";
import { roleCodes, roleConditions, roles } from "./roles";
import { rounds } from "./rounds";
import { policyCodes, policyConditions, ruleConditions } from "./rules";
import { salt, saltCodes } from "./salt";
import { selection } from "./selection";
import { shell } from "./shell";
import { simulation, simulationCodes } from "./simulation";
import { words } from "./words";

const { consultation, convergence, shadowTools, bricks, training } = portfolio;

export const fr = frenchSpacing({
  ...shell,
  ...acts,
  ...audit,
  ...policies,
  ...registry,
  ...dossier,
  ...models,
  ...selection,
  ...evaluations,
  ...portfolio,
  ...plan,
  planState: planStates("fr"),
  ...capacity,
  ...ledger,
  ...roadmaps,
  ...rounds,
  ...roles,
  ...emergency,
  ...salt,
  ...simulation,
  ...words,
  ...campaigns,
  ...consolidations,
  ...compliance,
  ...codes,
  code: {
    ...codes.code,
    ...campaignCodes,
    ...complianceCodes,
    ...modelCodes,
    ...evaluationCodes,
    ...portfolioCodes,
    ...planCodes,
    ...roleCodes,
    ...emergencyCodes,
    ...saltCodes,
    ...amendmentCodes,
    ...roadmapCodes,
    ...roundCodes,
    ...capacityCodes,
    ...simulationCodes,
    ...policyCodes,
  },
  condition: {
    ...codes.condition,
    ...complianceConditions,
    ...campaignConditions,
    ...modelConditions,
    ...evaluationConditions,
    ...roundConditions,
    ...roleConditions,
    ...policyConditions,
    ...ruleConditions,
    ...roadmaps.roadmaps.ready,
  },
  issue: {
    heldOn: consultation.future,
    ...codes.issue,
    ...complianceIssues,
  },
  issueField: {
    ...consultation.field,
    ...convergence.field,
    ...shadowTools.field,
    ...bricks.field,
    ...plan.plan.field,
    ...training.field,
    ...evaluations.evaluations.field,
    ...models.models.field,
    ...within("provenance", models.models.field),
    ...within("marks", selection.criterion),
    ...within("weights", selection.criterion),
    ...within("dossier", dossier.dossier.field),
    ...codes.issueField,
  },
});
