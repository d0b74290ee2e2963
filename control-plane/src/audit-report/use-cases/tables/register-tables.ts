import { tableOf, type ReportLanguage, type ReportTable } from "../../../kernel/report-table.js";
import type { AuditReport } from "../../domain/audit-report.js";
import type { ActivationLine, DerogationLine, OverdueLine } from "../../domain/compliance-register.js";
import { overdueWords, standingWords } from "./audit-words.js";

type Register = Pick<AuditReport, "activations" | "derogations" | "overdue" | "bundles">;

/** What the compliance cell decided and what it waits for. */
export function registerTables(report: Register, language: ReportLanguage): readonly ReportTable[] {
  const table = tableOf(language);
  const denied = new Map(report.bundles.map(({ digest, denied: count }) => [digest, count]));
  return [
    table<ActivationLine>(
      "activations",
      "Changements de règles | Changes of rules",
      "Refus annoncés par la dernière simulation, à côté des refus constatés sous ce jeu de règles dans la période. | Refusals that the last simulation announced, beside the refusals found under that bundle in the period.",
      report.activations,
      [
        ["En vigueur le | In force since", ({ at }) => at.toISOString()],
        ["Empreinte | Digest", ({ digest }) => digest],
        ["Précédente | Previous", ({ previousDigest }) => previousDigest],
        ["Proposé par | Proposed by", ({ proposedBy }) => proposedBy],
        ["Approuvé par | Approved by", ({ approvedBy }) => approvedBy],
        ["Simulation | Simulation", ({ simulationId }) => simulationId],
        ["Refus simulés | Simulated refusals", ({ simulatedRefusals }) => simulatedRefusals],
        ["Refus constatés | Actual refusals", ({ digest }) => denied.get(digest) ?? 0],
        ["Observation dispensée, pourquoi | Observation waived, why", ({ waiver }) => waiver],
      ],
    ),
    table<DerogationLine>("derogations", "Dérogations | Derogations", null, report.derogations, [
      ["Règle | Rule", ({ rule }) => rule],
      ["Organisation | Organisation", ({ organisation }) => organisation],
      ["Cas d'usage | Use case", ({ useCase }) => useCase],
      ["Groupe | Pool", ({ pool }) => pool],
      ["Du | From", ({ startsOn }) => startsOn],
      ["Au | To", ({ endsOn }) => endsOn],
      ["État | State", ({ standing }) => standingWords(standing, language)],
    ]),
    table<OverdueLine>("overdue", "Échéances dépassées | Overdue terms", null, report.overdue, [
      ["Échéance | Due on", ({ dueOn }) => dueOn],
      ["Objet | What", ({ kind, what }) => `${overdueWords(kind, language)} : ${what}`],
      ["Organisation | Organisation", ({ organisation }) => organisation],
      ["Cas d'usage | Use case", ({ useCase }) => useCase],
    ]),
  ];
}
