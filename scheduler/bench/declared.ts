/** What registries of benches declare, so that the rules in force let their requests through. */
export const DECLARED_DOSSIER = {
  ...{ aiActClass: "minimal", facesUsers: false, proprietary: false, evaluationDueOn: "2031-12-31" },
} as const;

/** Pieces that the rules in force read of what is deployed. */
export const DECLARED_EVIDENCE = { homologation: "Essai", staff_consultation: "Essai" } as const;

/** What it does in a decision about people, and to the work of agents. */
export const DECLARED_ROLE = {
  decisionRole: "assist",
  affectsIndividuals: false,
  staffEffect: "augmentation",
} as const;

export const DECLARED_PROVENANCE = {
  ...{ weights: "open", format: "safetensors", sha256: "00".repeat(32), runsIn: "own_pool", trainingOnInputs: "never" },
} as const;

/** A model of the State's own, with all that is declared of it. @param contextWindow in tokens */
export const declaredModel = (name: string, contextWindow: number): object => ({
  ...{ name, publisher: "Socle", publisherCountry: "FR", licence: "MIT", contextWindow },
  provenance: DECLARED_PROVENANCE,
});
