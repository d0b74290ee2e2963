import { frenchSpacing } from "../french-spacing";
import { audit } from "./audit";
import { campaignCodes, campaignConditions, campaigns } from "./campaigns";
import { capacity } from "./capacity";
import { codes } from "./codes";
import { compliance, complianceCodes, complianceConditions, complianceIssues } from "./compliance";
import { consolidations } from "./consolidations";
import { amendmentCodes, dossier } from "./dossier";
import { evaluationCodes, evaluationConditions, evaluations } from "./evaluations";
import { ledger } from "./ledger";
import { modelCodes, modelConditions, models } from "./models";
import { portfolio, portfolioCodes } from "./portfolio";
import { capacityCodes, roadmapCodes, roundCodes, roundConditions } from "./refusals";
import { registry } from "./registry";
import { roadmaps } from "./roadmaps";
import { rounds } from "./rounds";
import { policyCodes, ruleConditions } from "./rules";
import { selection } from "./selection";
import { shell } from "./shell";
import { simulation, simulationCodes } from "./simulation";
import { words } from "./words";

export const fr = frenchSpacing({
  ...shell,
  ...audit,
  ...registry,
  ...dossier,
  ...models,
  ...selection,
  ...evaluations,
  ...portfolio,
  ...capacity,
  ...ledger,
  ...roadmaps,
  ...rounds,
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
    ...ruleConditions,
    ...roadmaps.roadmaps.ready,
  },
  issue: { ...codes.issue, ...complianceIssues },
});
