import type { UseCaseStandingV1 } from "@socle/contracts";
import type { Reads, Seen } from "./reads.js";

/** What rules read of a use case beside its labels, class and limit; `standingOf` is shown nothing else. */
export const STANDING_READS = {
  fields: ["decisionRole", "staffEffect", "oversight", "evidence"],
  dossier: [
    ...(["prohibitedPractice", "aiActClass", "annexIii", "article63", "providerEntryUrl"] as const),
    ...(["facesUsers", "disclosure", "humanChannel", "processingRecord", "healthForThirdParty"] as const),
    ...(["proprietary", "exitPlan", "exitPlanEndsOn", "evaluationDueOn"] as const),
  ],
} as const satisfies Reads;

/** The part of a use case that rules read at each request. */
export type Standing = Seen<(typeof STANDING_READS.fields)[number], (typeof STANDING_READS.dossier)[number]>;

const OVERSIGHT_LEAST = 20;

/** What schedulers are told of a use case for their rules; what is false or unknown is left out, so that it stays small. */
export function standingOf({ decisionRole, staffEffect, oversight, evidence, dossier }: Standing): UseCaseStandingV1 {
  const said = {
    decisionRole,
    staffEffect,
    prohibitedPractice: dossier.prohibitedPractice,
    aiActClass: dossier.aiActClass,
    annexIii: dossier.annexIii,
    article63: dossier.article63,
    facesUsers: dossier.facesUsers,
    disclosed: dossier.disclosure != null && dossier.humanChannel != null,
    processingRecord: dossier.processingRecord != null,
    dpia: evidence.dpia !== undefined,
    fria: evidence.fria !== undefined,
    oversight: oversight.trim().length >= OVERSIGHT_LEAST,
    registered: dossier.providerEntryUrl != null,
    proprietary: dossier.proprietary,
    exitPlan: dossier.exitPlan != null,
    exitPlanEndsOn: dossier.exitPlanEndsOn,
    evaluationDueOn: dossier.evaluationDueOn,
  };
  const known = Object.entries(said).filter(([, value]) => value != null && value !== false);
  const own = dossier.healthForThirdParty === false ? { healthForThirdParty: false } : {};
  return { ...Object.fromEntries(known), ...own };
}
