import type { AiUseCase } from "../../control-plane/src/registry/domain/ai-use-case.js";

/** A use case that passes every guard short of evidence; a test states only what matters to it. */
export const aUseCase = (fields: Partial<AiUseCase> = {}): AiUseCase => ({
  id: "019a0000-0000-7000-8000-000000000001",
  slug: "relecture-des-courriers",
  name: "Relecture des courriers",
  description: "Aide à la relecture des courriers aux usagers.",
  organisationId: "019a0000-0000-7000-8000-0000000000aa",
  state: "idea",
  suspendedFrom: null,
  labels: ["internal"],
  serviceClass: "interactive",
  maxOutputTokens: 1024,
  decisionRole: "assist",
  affectsIndividuals: false,
  staffEffect: "augmentation",
  ownerEmail: "owner@ministry.example",
  oversight: "An agent reads and signs each text before it leaves.",
  evidence: { sren_test: "Test SREN 2026-1" },
  declaredBy: "declarant",
  declaredAt: new Date("2026-09-01T08:00:00Z"),
  amendedBy: null,
  dossier: {},
  convergence: null,
  mergedInto: null,
  version: 1,
  ...fields,
});

/** What the dossier says of a use case that leaves the hands of those who try it. */
export const RELEASED_DOSSIER: AiUseCase["dossier"] = {
  aiActClass: "minimal",
  evaluationDueOn: "2031-12-31",
  benefits: [{ name: "Temps gagné", kind: "expected", value: 12, unit: "min" }],
};
