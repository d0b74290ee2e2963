import type { RuleWords } from "../../../kernel/rule-words.js";
import { tableOf, type Column, type ReportLanguage, type ReportTable } from "../../../kernel/report-table.js";
import type {
  AuditReport,
  BundleUse,
  CodeCount,
  GovernanceCount,
  RuleDenials,
  SampledDecision,
} from "../../domain/audit-report.js";
import { findingsOf, type Finding } from "../../domain/findings.js";
import type { LogStanding } from "../../domain/log-standing.js";
import { conditionWords, findingWords, severityWords, verdictWords } from "./audit-words.js";
import { emergencyTable } from "./emergency-table.js";
import { forbiddenTable, matrixTable } from "./matrix-tables.js";
import { registerTables } from "./register-tables.js";
import { keyTable, reconciliationTable } from "./sum-tables.js";

/** The whole report as tables, in the order in which an auditor reads: what to look at first, then why. */
export function auditTables(report: AuditReport, rules: RuleWords, language: ReportLanguage): readonly ReportTable[] {
  const table = tableOf(language);
  const findings = findingsOf(report);
  return [
    table(
      "findings",
      "À examiner | To look at",
      findings.length > 0
        ? null
        : "Rien dans ces chiffres n'appelle d'examen. | Nothing in these figures asks for a look.",
      findings,
      findingColumns(language),
    ),
    table(
      "logs",
      "Journaux de transparence | Transparency logs",
      "Vérifié par le plan de contrôle lui-même ; une personne extérieure revérifie avec « npm run -s verify », les clés du journal et celle du témoin. | Checked by the control plane itself; an outsider checks again with `npm run -s verify`, the log's keys and the witness's.",
      report.logs,
      logColumns(language),
    ),
    matrixTable(report.matrix, language),
    forbiddenTable(report.matrix, language),
    table(
      "denials",
      "Refus par règle | Denials by rule",
      "Une requête compte une fois par règle, quel que soit le nombre de groupes fermés. | A request counts once for each rule, however many pools it closed.",
      report.denials,
      denialColumns(rules, language),
    ),
    table("refusals", "Refus par code | Refusals by code", null, report.refusals, REFUSALS),
    table(
      "bundles",
      "Jeux de règles appliqués | Bundles of rules that decided",
      "Relevés dans les décisions elles-mêmes. | As the decisions themselves name them.",
      report.bundles,
      BUNDLES,
    ),
    ...registerTables(report, language),
    table(
      "incomplete",
      "Cas d'usage en service à compléter | Running use cases to complete",
      "Conditions du cycle de vie qui ne sont plus remplies à la date du rapport, et évaluations en retard. | Conditions of the life cycle that do not hold at the report's date, and overdue evaluations.",
      report.incomplete,
      [
        ["Organisation | Organisation", ({ organisation }) => organisation],
        ["Cas d'usage | Use case", ({ name }) => name],
        ["État | State", ({ state }) => state],
        ["Manque | Missing", ({ missing }) => missing.map((code) => conditionWords(code, language)).join(" ; ")],
        ["Évaluation due le | Evaluation due on", ({ evaluationOverdueSince }) => evaluationOverdueSince],
      ],
    ),
    keyTable(report.keys, language),
    emergencyTable(report.emergencies, language),
    table("governance", "Actes de gouvernance | Acts of governance", null, report.governance, GOVERNANCE),
    reconciliationTable(report.reconciliation, language),
    table(
      "samples",
      "Décisions tirées au sort | Decisions drawn by lot",
      "La preuve de chacune : /log/inference/proof?id=<entrée>. | The proof of each: /log/inference/proof?id=<entry>.",
      report.samples,
      SAMPLES,
    ),
  ];
}

const findingColumns = (language: ReportLanguage): readonly Column<Finding>[] => [
  ["Gravité | Severity", ({ severity }) => severityWords(severity, language)],
  ["Constat | Finding", ({ code }) => findingWords(code, language)],
  ["Nombre | Count", ({ count }) => count],
];

const logColumns = (language: ReportLanguage): readonly Column<LogStanding>[] => [
  ["Journal | Log", ({ log }) => log],
  ["Verdict | Verdict", ({ verdict }) => verdictWords(verdict, language)],
  ["Pourquoi | Why", ({ why }) => why],
  ["Entrées | Entries", ({ size }) => size],
  ["Racine | Root", ({ root }) => root],
  ["Période, de l'entrée | Period, from entry", ({ firstIndex }) => firstIndex],
  ["à l'entrée | to entry", ({ lastIndex }) => lastIndex],
  [
    "Cosignatures annoncées | Cosignatures claimed",
    ({ cosignatures }) => cosignatures.map(({ name, at }) => `${name} (${at.toISOString()})`).join(", "),
  ],
];

function denialColumns(rules: RuleWords, language: ReportLanguage): readonly Column<RuleDenials>[] {
  const words = ({ rule, version }: RuleDenials) => rules.find(rule, version);
  return [
    ["Règle | Rule", ({ rule, version }) => `${rule}@${String(version)}`],
    ["Motif | Reason", (row) => words(row)?.[language] ?? row.code],
    [
      "Textes | Legal texts",
      (row) =>
        words(row)
          ?.legal.map(({ text }) => text)
          .join(" ; ") ?? null,
    ],
    ["Requêtes touchées | Requests constrained", ({ constrained }) => constrained],
    ["dont refusées | of which refused", ({ refused }) => refused],
    ["Sous dérogation | By derogation", ({ derogated }) => derogated],
    ["En observation | Watched only", ({ shadowed }) => shadowed],
  ];
}

const REFUSALS: readonly Column<CodeCount>[] = [
  ["Code | Code", ({ code }) => code],
  ["Requêtes | Requests", ({ requests }) => requests],
];

const BUNDLES: readonly Column<BundleUse>[] = [
  ["Empreinte | Digest", ({ digest }) => digest],
  ["Requêtes | Requests", ({ requests }) => requests],
  ["dont refusées par une règle | of which refused by a rule", ({ denied }) => denied],
  ["Première | First", ({ first }) => first.toISOString()],
  ["Dernière | Last", ({ last }) => last.toISOString()],
];

const GOVERNANCE: readonly Column<GovernanceCount>[] = [
  ["Acte | Act", ({ act }) => act],
  ["Nombre | Count", ({ count }) => count],
];

const SAMPLES: readonly Column<SampledDecision>[] = [
  ["Décision | Decision", ({ decisionId }) => decisionId],
  ["Le | At", ({ at }) => at.toISOString()],
  ["Organisation | Organisation", ({ organisation }) => organisation],
  ["Cas d'usage | Use case", ({ useCase }) => useCase],
  ["Issue | Outcome", ({ outcome }) => outcome],
  ["Code | Code", ({ code }) => code],
  ["Entrée | Entry", ({ entryId }) => entryId],
  ["Rang au journal | Place in the log", ({ index }) => index],
];
