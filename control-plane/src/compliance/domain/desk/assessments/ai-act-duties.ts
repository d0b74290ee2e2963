import type { Day } from "../calendar-day.js";

/** What a duty depends on, as the last screening answered it. */
export type DutyTrigger =
  "always" | "prohibited" | "high" | "high_at_work" | "faces_users" | "generates_content" | "recognises_people";

interface Duty {
  readonly code: string;
  readonly article: string;
  /** First day on which it binds, in Paris. */
  readonly from: Day;
  readonly trigger: DutyTrigger;
  readonly fr: string;
  readonly en: string;
}

const ANNEX_III: Day = "2027-12-02";
const TRANSPARENCY: Day = "2026-08-02";
const duty = (code: string, article: string, from: Day, trigger: DutyTrigger, fr: string, en: string): Duty => ({
  code,
  article,
  from,
  trigger,
  fr,
  en,
});

/**
 * Duties of a public deployer under regulation (EU) 2024/1689 with the dates of the digital omnibus of 2026. A date that
 * moves is a change of this table alone.
 */
export const AI_ACT_DUTIES: readonly Duty[] = [
  duty("literacy", "4", "2025-02-02", "always", "Former les agents concernés.", "Train the agents concerned."),
  duty(
    "prohibition",
    "5",
    "2025-02-02",
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
    ANNEX_III,
    "high",
    "Suivre la notice du fournisseur.",
    "Follow the instructions of use.",
  ),
  duty(
    "oversight",
    "26(2)",
    ANNEX_III,
    "high",
    "Confier le contrôle humain à des agents compétents.",
    "Entrust human oversight to competent people.",
  ),
  duty("monitoring", "26(5)", ANNEX_III, "high", "Surveiller, suspendre, signaler.", "Monitor, suspend, report."),
  duty("logs", "26(6)", ANNEX_III, "high", "Conserver les journaux six mois.", "Keep logs for six months."),
  duty(
    "workers",
    "26(7)",
    ANNEX_III,
    "high_at_work",
    "Informer les agents et leurs représentants.",
    "Inform workers and their representatives.",
  ),
  duty(
    "registered_system",
    "26(8)",
    ANNEX_III,
    "high",
    "N'employer qu'un système enregistré.",
    "Use a registered system only.",
  ),
  duty("people", "26(11)", ANNEX_III, "high", "Informer les personnes concernées.", "Inform the people concerned."),
  duty(
    "fria",
    "27",
    ANNEX_III,
    "high",
    "Analyser l'impact sur les droits fondamentaux et le notifier.",
    "Assess the impact on fundamental rights and notify it.",
  ),
  duty(
    "registration",
    "49(3)",
    ANNEX_III,
    "high",
    "S'enregistrer comme déployeur (annexe VIII, section C).",
    "Register as a deployer (annex VIII, section C).",
  ),
];

/** What the platform knows of how duties are met. */
export interface DutyFacts {
  readonly class: string;
  readonly annexIii: string | null;
  readonly prohibitedPractice: string | null;
  readonly facesUsers: boolean;
  readonly generatesContent: boolean;
  readonly recognisesPeople: boolean;
  /** By duty code: done, or not; a duty that is absent cannot be told from the record. */
  readonly met: Readonly<Partial<Record<string, boolean>>>;
}

export interface DutyStanding extends Omit<Duty, "trigger"> {
  /** `null` when the record cannot tell. */
  readonly met: boolean | null;
  /** It binds today and is not met. */
  readonly late: boolean;
}

/** Prohibited only from this day on; the other practices of article 5 since it applies. */
const LATER_PRACTICES: Readonly<Record<string, Day>> = { intimate_imagery: "2026-12-02" };

const triggered = (trigger: DutyTrigger, facts: DutyFacts): boolean => {
  switch (trigger) {
    case "always":
      return true;
    case "prohibited":
      return facts.class === "prohibited";
    case "high":
      return facts.class === "high";
    case "high_at_work":
      return facts.class === "high" && facts.annexIii === "employment";
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
      const from =
        each.code === "prohibition" ? (LATER_PRACTICES[facts.prohibitedPractice ?? ""] ?? each.from) : each.from;
      const met = each.code === "prohibition" ? false : (facts.met[each.code] ?? null);
      return { ...each, from, met, late: met === false && from <= today };
    })
    .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
}
