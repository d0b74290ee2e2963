import type { Day } from "../calendar-day.js";

/** What a duty depends on, as the last screening answered it. */
export type DutyTrigger =
  | ("always" | "prohibited" | "high" | "faces_users" | "generates_content" | "recognises_people")
  | ("high_annex_iii" | "provides_high" | "provides_annex_iii" | "provides_content");

interface Duty {
  readonly code: string;
  readonly article: string;
  /** First day on which it binds, in Paris; of some, by what is known of the system. */
  readonly from: Day | ((facts: DutyFacts) => Day);
  readonly trigger: DutyTrigger;
  readonly fr: string;
  readonly en: string;
}

/** Article 113, third paragraph, point (c), as article 1(40)(b) of regulation (EU) 2026/1744 (OJ L, 24.7.2026) replaces it. */
const ANNEX_III: Day = "2027-12-02";
const ANNEX_I: Day = "2028-08-02";
/** A product of annex I alone has longer; whatever is of annex III too, or does not say, has the sooner day. */
const highRisk = (facts: DutyFacts): Day => (isProductAlone(facts) ? ANNEX_I : ANNEX_III);
const isProductAlone = ({ annexI, annexIii }: DutyFacts): boolean => annexI === true && annexIii === null;
const TRANSPARENCY: Day = "2026-08-02";
/** Systems that were on the market before article 50 applied are marked four months later. */
const marked = ({ beginsOn }: DutyFacts): Day =>
  beginsOn !== null && beginsOn < TRANSPARENCY ? "2026-12-02" : TRANSPARENCY;
/** Practices of article 5 that are prohibited only from this day on; the others since it applies. */
const LATER_PRACTICES: Readonly<Record<string, Day>> = { intimate_imagery: "2026-12-02" };
const prohibited = ({ prohibitedPractice }: DutyFacts): Day =>
  LATER_PRACTICES[prohibitedPractice ?? ""] ?? "2025-02-02";

const duty = (
  code: string,
  article: string,
  from: Duty["from"],
  trigger: DutyTrigger,
  fr: string,
  en: string,
): Duty => ({
  code,
  article,
  from,
  trigger,
  fr,
  en,
});

/**
 * Duties of a public deployer under regulation (EU) 2024/1689, and of a body that provides a system itself, with the dates
 * of the digital omnibus of 2026. A date that moves is a change of this table alone.
 */
export const AI_ACT_DUTIES: readonly Duty[] = [
  duty("literacy", "4", "2025-02-02", "always", "Former les agents concernés.", "Train the agents concerned."),
  duty(
    "prohibition",
    "5",
    prohibited,
    "prohibited",
    "Ne pas mettre en service : la pratique est interdite.",
    "Do not put into service: the practice is prohibited.",
  ),
  duty(
    "disclosure",
    "50(1)",
    TRANSPARENCY,
    "faces_users",
    "Dire aux usagers qu'ils parlent à une IA.",
    "Tell users that they meet an AI.",
  ),
  duty(
    "machine_marking",
    "50(2)",
    marked,
    "provides_content",
    "Marquer les contenus générés dans un format lisible par une machine.",
    "Mark generated content in a machine-readable format.",
  ),
  duty(
    "people_informed",
    "50(3)",
    TRANSPARENCY,
    "recognises_people",
    "Informer les personnes exposées à la reconnaissance d'émotions ou à la catégorisation.",
    "Inform people exposed to emotion recognition or categorisation.",
  ),
  duty(
    "marking",
    "50(4)",
    TRANSPARENCY,
    "generates_content",
    "Signaler les contenus générés qui sont publiés.",
    "Mark generated content that is published.",
  ),
  duty(
    "instructions",
    "26(1)",
    highRisk,
    "high",
    "Suivre la notice du fournisseur.",
    "Follow the instructions of use.",
  ),
  duty(
    "oversight",
    "26(2)",
    highRisk,
    "high",
    "Confier le contrôle humain à des agents compétents.",
    "Entrust human oversight to competent people.",
  ),
  duty("monitoring", "26(5)", highRisk, "high", "Surveiller, suspendre, signaler.", "Monitor, suspend, report."),
  duty("logs", "26(6)", highRisk, "high", "Conserver les journaux six mois.", "Keep logs for six months."),
  duty(
    "workers",
    "26(7)",
    highRisk,
    "high",
    "Informer les agents qui travaillent avec le système, et leurs représentants.",
    "Inform the workers who work with the system, and their representatives.",
  ),
  duty(
    "registered_system",
    "26(8)",
    ANNEX_III,
    "high_annex_iii",
    "N'employer qu'un système enregistré.",
    "Use a registered system only.",
  ),
  duty(
    "people",
    "26(11)",
    ANNEX_III,
    "high_annex_iii",
    "Informer les personnes concernées.",
    "Inform the people concerned.",
  ),
  duty(
    "fria",
    "27",
    ANNEX_III,
    "high_annex_iii",
    "Analyser l'impact sur les droits fondamentaux et le notifier.",
    "Assess the impact on fundamental rights and notify it.",
  ),
  duty(
    "registration",
    "49(3)",
    ANNEX_III,
    "high_annex_iii",
    "S'enregistrer comme déployeur (annexe VIII, section C).",
    "Register as a deployer (annex VIII, section C).",
  ),
  duty(
    "provider_quality",
    "16 et 17",
    highRisk,
    "provides_high",
    "Tenir un système de gestion de la qualité et de gestion des risques.",
    "Keep a quality and a risk management system.",
  ),
  duty(
    "provider_conformity",
    "43, 47 et 48",
    highRisk,
    "provides_high",
    "Évaluer la conformité, la déclarer et marquer le système.",
    "Assess conformity, declare it and mark the system.",
  ),
  duty(
    "provider_registration",
    "49(1)",
    ANNEX_III,
    "provides_annex_iii",
    "Enregistrer le système comme fournisseur (annexe VIII, section A).",
    "Register the system as its provider (annex VIII, section A).",
  ),
  duty(
    "provider_monitoring",
    "72 et 73",
    highRisk,
    "provides_high",
    "Surveiller le système après sa mise en service et signaler les incidents graves.",
    "Monitor the system once it is in service and report serious incidents.",
  ),
];

/** What the platform knows of how duties are met. */
export interface DutyFacts {
  readonly class: string;
  /** Who the body is; `null` when nobody said: it is then not presumed that somebody else provides the system. */
  readonly role: string | null;
  /** Day from which it is in service; `null` when nobody said. */
  readonly beginsOn: Day | null;
  readonly prohibitedPractice: string | null;
  /** `null` when nobody said. */
  readonly annexI: boolean | null;
  readonly annexIii: string | null;
  readonly facesUsers: boolean;
  readonly generatesContent: boolean;
  readonly recognisesPeople: boolean;
  /** By duty code: done, or not; a duty that is absent cannot be told from the record. */
  readonly met: Readonly<Partial<Record<string, boolean>>>;
}

export interface DutyStanding extends Omit<Duty, "trigger" | "from"> {
  readonly from: Day;
  /** `null` when the record cannot tell. */
  readonly met: boolean | null;
  /** It binds today and is not met. */
  readonly late: boolean;
}

const triggered = (trigger: DutyTrigger, facts: DutyFacts): boolean => {
  switch (trigger) {
    case "always":
      return true;
    case "prohibited":
      return facts.class === "prohibited";
    case "high":
      return facts.class === "high";
    case "high_annex_iii":
      return facts.class === "high" && !isProductAlone(facts);
    case "provides_annex_iii":
      return facts.class === "high" && facts.role !== "deployer" && !isProductAlone(facts);
    case "provides_high":
      return facts.class === "high" && facts.role !== "deployer";
    case "provides_content":
      return facts.generatesContent && facts.role !== "deployer";
    case "faces_users":
      return facts.facesUsers;
    case "generates_content":
      return facts.generatesContent;
    case "recognises_people":
      return facts.recognisesPeople;
  }
};

/** The duties that these answers lead to, soonest first, with how they stand on a day. */
export function dutiesOf(facts: DutyFacts, today: Day): readonly DutyStanding[] {
  return AI_ACT_DUTIES.filter(({ trigger }) => triggered(trigger, facts))
    .map(({ trigger: _trigger, ...each }) => {
      const from = typeof each.from === "string" ? each.from : each.from(facts);
      const met = each.code === "prohibition" ? false : (facts.met[each.code] ?? null);
      return { ...each, from, met, late: met === false && from <= today };
    })
    .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
}
