export {
  DECLARED_DOSSIER,
  DECLARED_EVIDENCE,
  DECLARED_PROVENANCE,
  DECLARED_ROLE,
} from "../../scheduler/bench/declared.js";
import type { ModelProvenanceV1, PoolStandingV1, UseCaseStandingV1 } from "@socle/contracts";

/** What is declared of a use case in order, so that no rule of the State fires; a test states what differs. */
export const DECLARED: UseCaseStandingV1 = {
  ...{ decisionRole: "assist", staffEffect: "augmentation", facesUsers: false, proprietary: false },
  ...{
    aiActClass: "minimal",
    prohibitedPractice: "none",
    annexIii: "none",
    annexI: false,
    consultation: "done",
    homologation: true,
    evaluationDueOn: "2031-12-31",
  },
};

/** The same of a model in our own pools. */
export const OURS: ModelProvenanceV1 = {
  ...{ publisherCountry: "FR", weights: "open", format: "safetensors", sha256: "00", runsIn: "own_pool" },
  trainingOnInputs: "never",
};

/** The same of a pool. */
export const FRENCH: PoolStandingV1 = {
  ...{ locations: ["FR"], supportAccessCountries: ["FR"], tenancy: "dedicated", operatorCountry: "FR" },
  ...{ nonEuHoldingMax: 0, nonEuHoldingTotal: 0, nonEuLawExposure: false },
};
