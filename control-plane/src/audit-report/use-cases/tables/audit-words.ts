import { inLanguage, type ReportLanguage } from "../../../kernel/report-table.js";
import type { DerogationLine, OverdueLine } from "../../domain/compliance-register.js";
import type { Finding, FindingCode } from "../../domain/findings.js";
import type { LogStanding } from "../../domain/log-standing.js";

const FINDINGS: Readonly<Record<FindingCode, string>> = {
  "log.broken": "Journaux dont la vérification échoue | Logs that do not verify",
  "log.unwitnessed": "Journaux sans cosignature d'un témoin | Logs without a witness's cosignature",
  "pool.ineligible":
    "Requêtes servies par un groupe que leur décision ne déclarait pas admissible | Requests served by a pool that their decision did not call eligible",
  "label.forbidden":
    "Requêtes servies par un groupe qui n'accepte pas, ou plus, leur étiquette | Requests served by a pool that does not, or no longer, accept their label",
  "sums.differ": "Écarts entre registre, sommes et journal | Differences between ledger, sums and log",
  "use_case.incomplete": "Cas d'usage en service à compléter | Running use cases to complete",
  "evaluation.overdue": "Évaluations en retard | Overdue evaluations",
  "desk.overdue": "Échéances dépassées de la conformité | Overdue terms of compliance",
  "emergency.unreviewed":
    "Accès d'urgence que la conformité n'a pas encore revus | Emergency accesses that the compliance cell has not reviewed yet",
  "key.of_stopped": "Clés vivantes de cas d'usage arrêtés | Live keys of use cases that may not run",
  "key.too_long": "Clés d'une durée interdite | Keys with a longer life than allowed",
  "key.old": "Clés à renouveler | Keys due for rotation",
};

const CONDITIONS: Readonly<Record<string, string>> = {
  "labels.declared": "étiquettes des données | data labels",
  "labels.not_classified": "aucune donnée classifiée | no classified data",
  "labels.sren31": "étiquette de l'article 31 SREN | label of SREN article 31",
  "staff.not_substituted": "pas de remplacement d'agents | no substitution of agents",
  "decision.not_autonomous": "pas de décision seule | no decision alone",
  "ai_act.not_prohibited": "aucune pratique interdite | no prohibited practice",
  "owner.named": "responsable nommé | owner named",
  "oversight.described": "contrôle humain décrit | human oversight described",
  "relation.human": "information et recours humain | disclosure and a human channel",
  "dependency.exit_plan": "plan de sortie | exit plan",
  "evidence.sren_test": "test des deux critères SREN | SREN two-criteria test",
  "evidence.dpia": "analyse d'impact (AIPD) | impact assessment (DPIA)",
  "evidence.fria": "analyse d'impact sur les droits fondamentaux | fundamental rights impact assessment",
  "evidence.staff_consultation": "consultation du personnel | staff consultation",
  "evidence.evaluation": "évaluation publiée | published evaluation",
  "evidence.homologation": "homologation | security accreditation",
  "evidence.training_plan": "plan de formation | training plan",
  "evidence.independent_evaluation": "évaluation indépendante | independent evaluation",
  "evidence.selection_score": "note de sélection | selection score",
  "evidence.capacity_need": "besoin de calcul couvert | matched compute need",
};

const SEVERITIES: Readonly<Record<Finding["severity"], string>> = {
  breach: "manquement | breach",
  attention: "à suivre | attention",
};

const VERDICTS: Readonly<Record<LogStanding["verdict"], string>> = {
  sound: "intact | sound",
  empty: "vide | empty",
  broken: "rompu | broken",
};

const OVERDUE: Readonly<Record<OverdueLine["kind"], string>> = {
  review_condition: "condition d'un avis | condition of a review",
  assessment: "évaluation à revoir | assessment to review",
  provider_notice: "fournisseur à informer d'un incident (art. 26(5)) | provider to inform of an incident (art. 26(5))",
  incident_notification: "notification d'incident (art. 73) | notification of an incident (art. 73)",
  question: "question sans réponse | unanswered question",
};

const STANDINGS: Readonly<Record<DerogationLine["standing"], string>> = {
  active: "en cours | in force",
  expired: "échue | expired",
  revoked: "abrogée | revoked",
};

export const overdueWords = (kind: OverdueLine["kind"], language: ReportLanguage): string =>
  inLanguage(OVERDUE[kind], language);
export const standingWords = (standing: DerogationLine["standing"], language: ReportLanguage): string =>
  inLanguage(STANDINGS[standing], language);
export const findingWords = (code: FindingCode, language: ReportLanguage): string =>
  inLanguage(FINDINGS[code], language);
export const severityWords = (severity: Finding["severity"], language: ReportLanguage): string =>
  inLanguage(SEVERITIES[severity], language);
export const verdictWords = (verdict: LogStanding["verdict"], language: ReportLanguage): string =>
  inLanguage(VERDICTS[verdict], language);
/** A condition of the life cycle; its code when it is a newer one. */
export const conditionWords = (code: string, language: ReportLanguage): string =>
  inLanguage(CONDITIONS[code] ?? code, language);
