import type { FakePerson } from "./fake-persons";
import { page, type Paged } from "./fake-simulations";

const ACTIVE = "9f3c2d71e40a55b8b21a".padEnd(64, "0");
const CANDIDATE = "c41d77aa0b93e6f20d18".padEnd(64, "0");

interface RuleText {
  readonly id: string;
  readonly effect: string;
  readonly fr: string;
  readonly en: string;
  readonly legal: string;
}

const rule = ({ id, effect, fr, en, legal }: RuleText, version = 1) => ({
  id,
  version,
  effect,
  mode: "enforce",
  when: '"sren31" in request.labels && pool.hosting == "commercial"',
  effectiveFrom: "2026-01-01",
  effectiveTo: null,
  reason: { fr, en },
  legal: [{ text: legal, url: "https://www.legifrance.gouv.fr/" }],
});

const RULES: readonly RuleText[] = [
  {
    id: "sovereignty/sren31-secnumcloud",
    effect: "deny",
    fr: "Ce service n’a pas, à ce jour, de qualification SecNumCloud ou équivalente.",
    en: "This service holds no SecNumCloud or equivalent qualification today.",
    legal: "Loi n° 2024-449 du 21 mai 2024 (SREN), article 31",
  },
  {
    id: "data-protection/special-category-dpia",
    effect: "require",
    fr: "L’analyse d’impact relative à la protection des données n’est pas faite.",
    en: "The data protection impact assessment is not done.",
    legal: "Règlement (UE) 2016/679 (RGPD), article 35",
  },
];

const difference = () => {
  const [first] = RULES.map((one) => [rule(one), { ...rule(one, 2), when: '"sren31" in request.labels' }] as const);
  return first === undefined
    ? []
    : [{ id: first[0].id, kind: "changed", fields: ["when", "version"], before: first[0], after: first[1] }];
};

/** Rules in force and one proposal, which the compliance person did not make. */
export const policyQueries = (person: FakePerson) => {
  const proposal = {
    id: "pr-1",
    digest: CANDIDATE,
    baseDigest: ACTIVE,
    motive: "Étendre la qualification à tous les hébergements",
    state: "PROPOSED",
    proposedAt: "2026-11-20T09:12:00Z",
    proposedBy: "Noa Bertin",
    own: person.id === "cell",
    decidedAt: null,
    decidedBy: null,
    decisionReason: null,
    version: 1,
  };
  return {
    activePolicyBundle: { digest: ACTIVE, ruleCount: RULES.length, keptAt: null, active: true },
    policyRules: RULES.map((one) => rule(one)),
    policyProposals: (args: Paged) => page([proposal], args),
    policyDifferences: difference(),
    policyFiles: [],
    checkPolicyFiles: { digest: CANDIDATE, faults: [], notices: [], differences: difference() },
  };
};
