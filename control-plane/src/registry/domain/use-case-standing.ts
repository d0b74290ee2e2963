import type { UseCaseStandingV1 } from "@socle/contracts";
import { screened } from "./dossier/screened.js";
import type { Reads, Seen } from "./reads.js";

/** What rules read of a use case beside its labels, class and limit; `standingOf` is shown nothing else. */
export const STANDING_READS = {
  fields: ["decisionRole", "staffEffect", "oversight", "evidence"],
  dossier: [
    ...(["prohibitedPractice", "aiActClass", "annexI", "annexIii", "article63", "profiling"] as const),
    ...([
      "providerEntryUrl",
      "deployerEntryUrl",
      "facesUsers",
      "disclosure",
      "humanChannel",
      "processingRecord",
      "healthForThirdParty",
    ] as const),
    ...([
      "proprietary",
      "exitPlan",
      "exitPlanEndsOn",
      "evaluationDueOn",
      "reversibilityClause",
      "roadmapAction",
      "toolCallLimit",
    ] as const),
  ],
} as const satisfies Reads;

/** The part of a use case that rules read at each request. */
export type Standing = Seen<(typeof STANDING_READS.fields)[number], (typeof STANDING_READS.dossier)[number]>;

const OVERSIGHT_LEAST = 20;

/** What somebody declared, be it that it is not so or none; pieces are there or are not. */
const DECLARED = ["annexI", "profiling", "facesUsers", "proprietary", "healthForThirdParty", "toolCallLimit"] as const;

const consultationIn = (evidence: Standing["evidence"]): UseCaseStandingV1["consultation"] => {
  if (evidence.staff_consultation !== undefined) return "done";
  return evidence.consultation_waiver === undefined ? undefined : "waived";
};

/** What schedulers are told of a use case for their rules; what is unknown or lacking is left out, so that it stays small. */
export function standingOf({ decisionRole, staffEffect, oversight, evidence, dossier }: Standing): UseCaseStandingV1 {
  const known = screened(dossier);
  const said = {
    decisionRole,
    staffEffect,
    prohibitedPractice: known.prohibitedPractice,
    aiActClass: dossier.aiActClass,
    annexIii: known.annexIii,
    article63: dossier.article63,
    ...Object.fromEntries(DECLARED.map((field) => [field, known[field]])),
    disclosed: dossier.disclosure != null && dossier.humanChannel != null,
    processingRecord: dossier.processingRecord != null,
    dpia: evidence.dpia !== undefined,
    fria: evidence.fria !== undefined,
    homologation: evidence.homologation !== undefined,
    consultation: consultationIn(evidence),
    oversight: oversight.trim().length >= OVERSIGHT_LEAST,
    // Article 26(8): the system is in the register. Article 49(3): so is the body that uses it, be it its provider or not.
    registered: dossier.providerEntryUrl != null && dossier.deployerEntryUrl != null,
    exitPlan: dossier.exitPlan != null,
    exitPlanEndsOn: dossier.exitPlanEndsOn,
    reversible: dossier.reversibilityClause != null,
    onRoadmap: dossier.roadmapAction != null,
    evaluationDueOn: dossier.evaluationDueOn,
  };
  const declared: readonly string[] = DECLARED;
  const kept = Object.entries(said).filter(([field, value]) => value != null && (value || declared.includes(field)));
  return Object.fromEntries(kept);
}
