import { QUANTITY_NAMES, quantityDefinition, type Quantity } from "@socle/contracts";
import { inLanguage, tableOf, type ReportLanguage, type ReportTable } from "../../../kernel/report-table.js";
import { EXPIRING_DAYS, LONGEST_DAYS, OLD_DAYS, type KeyHygiene } from "../../domain/key-hygiene.js";
import type { Reconciliation } from "../../domain/reconciliation.js";

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

/** A figure stands in whole numbers of its scale, which its words name when that is not 1. */
function wordsOf(quantity: Quantity): string {
  const { label, perUnit } = quantityDefinition(quantity);
  const scale = perUnit === 1 ? "" : ` (1 = ${perUnit})`;
  return `${label.fr}${scale} | ${label.en}${scale}`;
}

export function reconciliationTable(sums: Reconciliation, language: ReportLanguage): ReportTable {
  const { records, dailySums, logged, waiting, lost } = sums;
  const lines = [
    ...QUANTITY_NAMES.filter((quantity) => (records[quantity] ?? dailySums[quantity]) !== undefined).map(
      (quantity) => ({
        words: wordsOf(quantity),
        counted: records[quantity] ?? 0,
        against: dailySums[quantity] ?? 0,
      }),
    ),
    {
      words: `Entrées au journal (${waiting} en attente, ${lost} perdues) | Log entries (${waiting} waiting, ${lost} lost)`,
      counted: records.requests ?? 0,
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
