import { inLanguage, tableOf, type ReportLanguage, type ReportTable } from "../../../kernel/report-table.js";
import { EXPIRING_DAYS, LONGEST_DAYS, OLD_DAYS, type KeyHygiene } from "../../domain/key-hygiene.js";
import type { Reconciliation, Tally } from "../../domain/reconciliation.js";

type Line = readonly [words: string, value: number];

export function keyTable(keys: KeyHygiene, language: ReportLanguage): ReportTable {
  const lines: readonly Line[] = [
    ["Vivantes | Live", keys.live],
    [`Expirent sous ${EXPIRING_DAYS} jours | Expire within ${EXPIRING_DAYS} days`, keys.expiringSoon],
    [`Vivantes depuis plus de ${OLD_DAYS} jours | Live for more than ${OLD_DAYS} days`, keys.old],
    ["Sans requête dans la période | Without a request in the period", keys.idle],
    ["De cas d'usage arrêtés | Of use cases that may not run", keys.ofStopped],
    [`Durée de plus de ${LONGEST_DAYS} jours | Life of more than ${LONGEST_DAYS} days`, keys.tooLong],
    ["Révoquées | Revoked", keys.revoked],
    ["Expirées | Expired", keys.expired],
  ];
  return tableOf(language)("keys", "Hygiène des clés | Key hygiene", null, lines, [
    ["Clés | Keys", ([words]) => inLanguage(words, language)],
    ["Nombre | Count", ([, value]) => value],
  ]);
}

const TALLIED: readonly (readonly [words: string, field: keyof Tally])[] = [
  ["Requêtes | Requests", "records"],
  ["Jetons reçus | Input tokens", "inputTokens"],
  ["Jetons produits | Output tokens", "outputTokens"],
  ["Coût, millionièmes d'euro | Cost, millionths of a euro", "costMicroEuro"],
];

export function reconciliationTable(sums: Reconciliation, language: ReportLanguage): ReportTable {
  const { records, dailySums, logged, waiting, lost } = sums;
  const lines = [
    ...TALLIED.map(([words, field]) => ({ words, counted: records[field], against: dailySums[field] })),
    {
      words: `Entrées au journal (${waiting} en attente, ${lost} perdues) | Log entries (${waiting} waiting, ${lost} lost)`,
      counted: records.records,
      against: logged + waiting,
    },
  ];
  return tableOf(language)(
    "reconciliation",
    "Rapprochement | Reconciliation",
    "Enregistrements recomptés un à un, contre les sommes par jour et contre le journal ; chaque écart doit être nul. | Records counted again one by one, against the sums by day and against the log; each difference must be zero.",
    lines,
    [
      ["Grandeur | Figure", ({ words }) => inLanguage(words, language)],
      ["Recompté | Counted", ({ counted }) => counted],
      ["Comparé à | Against", ({ against }) => against],
      ["Écart | Difference", ({ counted, against }) => against - counted],
    ],
  );
}
