import type { Cell } from "../../../domain/consolidation/cells.js";
import type { ConsolidationReport } from "../../../domain/consolidation/consolidation.js";
import type { SupplierVersion } from "../../../domain/consolidation/supplier/supplier-version.js";
import { totalsOf, type Total } from "../../../domain/consolidation/totals.js";
import type { SeenConsolidation } from "../read-consolidation.js";
import {
  inLanguage,
  tableOf,
  type Column,
  type ReportLanguage,
  type ReportTable,
} from "../../../../kernel/report-table.js";
import { consolidationWords, methodWords, type NameOf, type WordsOf } from "./consolidation-words.js";
import { signalTables } from "./signal-tables.js";

/** Everything that somebody may read of a consolidation, as tables in the order in which one reads them. */
export function consolidationTables(
  seen: SeenConsolidation,
  nameOf: NameOf,
  language: ReportLanguage,
): readonly ReportTable[] {
  const table = tableOf(language);
  const words = consolidationWords(language);
  const { report, cells, supplier } = seen;
  return [
    ...(report === null ? [] : [savingsTable(report, language), reconciliationTable(report, language)]),
    ...(cells.length === 0
      ? []
      : [
          table("totals", "Totaux | Totals", null, totalsOf(cells), totalColumns(words)),
          table("cells", "Par ministère | By ministry", null, cells, [
            ["Ministère | Ministry", ({ ministryId }: Cell) => nameOf(ministryId)],
            ...counted(words),
            USED,
          ]),
        ]),
    ...(report === null ? [] : signalTables(report, nameOf, language)),
    ...(supplier === null ? [] : [supplierTable(supplier, language)]),
  ];
}

type Counted = Omit<Cell, "ministryId" | "usedP95">;
const counted = (words: WordsOf): readonly Column<Counted>[] => [
  ["Trimestre | Quarter", ({ quarter }) => quarter],
  ["GPU | GPU", ({ gpuType }) => gpuType],
  ["Protection | Protection", ({ zone }) => words("zone", zone)],
  ["Besoin bas | Demand, low", ({ demand }) => demand.low],
  ["Besoin probable | Demand, likely", ({ demand }) => demand.likely],
  ["Besoin haut | Demand, high", ({ demand }) => demand.high],
  ["Déclarés | Declared", ({ declared }) => declared],
  ["Vérifiés | Verified", ({ verified }) => verified],
  ["Offerts | Offered", ({ offered }) => offered],
  ["Alloués | Allocated", ({ allocated }) => allocated],
  ["Oisifs prêtables | Idle, lendable", ({ idleLendable }) => idleLendable],
  ["Couverts | Granted", ({ granted }) => granted],
  ["Non couverts | Unmet", ({ unmet }) => unmet],
];
const USED: Column<Cell> = ["Utilisés, p95 | Used, p95", ({ usedP95 }) => usedP95];
const totalColumns = (words: WordsOf): readonly Column<Total>[] => [
  ...counted(words),
  ["Ministères | Ministries", ({ ministries }) => ministries],
  ["Alloués ÷ vérifiés | Allocated ÷ verified", ({ overCommitment }) => overCommitment],
];

const whole = (value: number | null): number | null => (value === null ? null : Math.round(value));

function savingsTable({ savings }: ConsolidationReport, language: ReportLanguage): ReportTable {
  const { aloneGpus, pooledGpus, aloneGpuHours, pooledGpuHours, aloneEuros, pooledEuros, aloneKgCo2e, pooledKgCo2e } =
    savings;
  const rows = [
    ["GPU, trimestre le plus chargé | GPUs, busiest quarter", aloneGpus, pooledGpus],
    ["Heures de GPU | GPU-hours", whole(aloneGpuHours), whole(pooledGpuHours)],
    ["Euros | Euros", whole(aloneEuros), whole(pooledEuros)],
    ["kg CO2e | kg CO2e", whole(aloneKgCo2e), whole(pooledKgCo2e)],
  ] as const;
  const table = tableOf(language);
  const basis = consolidationWords(language)("basis", savings.basis);
  const note = `${basis}, ${methodWords(savings.method, language)}`;
  return table("savings", "Seul et mutualisé | Alone and pooled", note, rows, [
    ["Mesure | Measure", ([measure]) => inLanguage(measure, language)],
    ["Chacun seul | Each alone", ([, alone]) => alone],
    ["Mutualisé | Pooled", ([, , pooled]) => pooled],
  ]);
}

const reconciliationTable = ({ reconciliation }: ConsolidationReport, language: ReportLanguage): ReportTable =>
  tableOf(language)("reconciliation", "Rapprochements | Reconciliation", null, reconciliation, [
    ["Égalité | Equality", ({ code }) => consolidationWords(language)("equality", code)],
    ["Gauche | Left", ({ left }) => left],
    ["Droite | Right", ({ right }) => right],
    ["Écart | Difference", ({ difference }) => difference],
    ["Doit être nul | Must be zero", ({ mustBeZero }) => (mustBeZero ? "✓" : "")],
  ]);

const supplierTable = (supplier: SupplierVersion, language: ReportLanguage): ReportTable =>
  tableOf(language)(
    "suppliers",
    "Version pour les fournisseurs | Version for suppliers",
    methodWords(supplier.rule, language),
    supplier.rows,
    [
      ["Trimestre | Quarter", ({ quarter }) => quarter],
      [
        "GPU et protection | GPU and protection",
        ({ classes }) =>
          classes.map(({ gpuType, zone }) => `${gpuType} ${consolidationWords(language)("zone", zone)}`).join(" + "),
      ],
      ["Ministères | Ministries", ({ ministries }) => ministries],
      ["Besoin bas | Demand, low", ({ demand }) => demand.low],
      ["Besoin probable | Demand, likely", ({ demand }) => demand.likely],
      ["Besoin haut | Demand, high", ({ demand }) => demand.high],
      ["Non couverts | Unmet", ({ unmet }) => unmet],
    ],
  );
