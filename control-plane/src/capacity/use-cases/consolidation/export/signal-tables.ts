import type { ConsolidationReport } from "../../../domain/consolidation/consolidation.js";
import { consolidationWords, type NameOf } from "./consolidation-words.js";
import { tableOf, type ReportLanguage, type ReportTable } from "../../../../kernel/report-table.js";

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(6)));

const SEVERAL = "Un besoin compte sous chacune de ses étiquettes. | A need counts under each of its labels.";

/** What follows from the figures: to pool, to lend, to buy, to renew, to take back. Empty ones are left out. */
export function signalTables(
  report: ConsolidationReport,
  nameOf: NameOf,
  language: ReportLanguage,
): readonly ReportTable[] {
  const table = tableOf(language);
  const words = consolidationWords(language);
  const names = (ids: readonly string[]): string => ids.map(nameOf).join(", ");
  const tables = [
    table("poolings", "À mutualiser | To pool", null, report.poolings, [
      ["Trimestre | Quarter", (row) => row.quarter],
      ["Modèle | Model", (row) => row.model],
      ["GPU | GPU", (row) => row.gpuType],
      ["Protection | Protection", (row) => words("zone", row.zone)],
      ["Besoins | Needs", (row) => row.needs],
      ["Ministères | Ministries", (row) => names(row.ministryIds)],
      ["Chacun seul | Each alone", (row) => row.alone],
      ["Mutualisé | Pooled", (row) => row.pooled],
      ["Évités | Saved", (row) => row.saved],
      ["Méthode | Method", (row) => row.method],
    ]),
    table("lending", "À prêter | To lend", null, report.lending, [
      ["Trimestre | Quarter", (row) => row.quarter],
      ["GPU | GPU", (row) => row.gpuType],
      ["Protection | Protection", (row) => words("zone", row.zone)],
      ["De | From", (row) => nameOf(row.fromMinistryId)],
      ["À | To", (row) => nameOf(row.toMinistryId)],
      ["Ligne | Line", (row) => row.line],
      ["GPU prêtés | GPUs lent", (row) => row.gpus],
    ]),
    table("purchases", "À acquérir | To buy", null, report.purchases, [
      ["GPU | GPU", (row) => row.gpuType],
      ["Protection | Protection", (row) => words("zone", row.zone)],
      ["Dès | From", (row) => row.from],
      ["Trimestres | Quarters", (row) => row.quarters],
      ["Nombre | Count", (row) => row.gpus],
      ["Avant le | Needed by", (row) => row.neededBy],
    ]),
    table("redundancies", "Achats redondants | Redundant purchases", null, report.redundancies, [
      ["GPU | GPU", (row) => row.gpuType],
      ["Région | Region", (row) => row.region],
      ["Année | Year", (row) => row.year],
      ["Ministères | Ministries", (row) => names(row.ministryIds)],
      ["Nombre | Count", (row) => row.gpus],
    ]),
    table("expiries", "Échéances | Expiries", null, report.expiries, [
      ["Objet | Kind", (row) => words("expiry", row.kind)],
      ["Date | Date", (row) => row.date],
      ["Ministère | Ministry", (row) => nameOf(row.ministryId)],
      ["Ligne | Line", (row) => row.line],
      ["Référence | Reference", (row) => row.subject],
      ["GPU | GPU", (row) => row.gpuType],
      ["Nombre | Count", (row) => row.gpus],
    ]),
    table("under_used", "Sous-utilisation | Under-use", null, report.underUsed, [
      ["Ministère | Ministry", (row) => nameOf(row.ministryId)],
      ["Groupe | Pool", (row) => row.pool],
      ["Droit | Nominal", (row) => row.nominal],
      ["Utilisés, p95 | Used, p95", (row) => row.usedP95],
      ["Repris | Taken back", (row) => row.takenBack],
      ["Règle | Rule", (row) => row.rule],
    ]),
    table("unit_costs", "Coût et carbone d'une heure de GPU | Cost and carbon of a GPU-hour", null, report.unitCosts, [
      ["GPU | GPU", (row) => row.gpuType],
      ["Euros | Euros", (row) => rounded(row.eurosPerGpuHour)],
      ["Le moins cher | Cheapest", (row) => rounded(row.cheapest)],
      ["Le plus cher | Dearest", (row) => rounded(row.dearest)],
      ["kg CO2e | kg CO2e", (row) => rounded(row.kgCo2ePerGpuHour)],
      ["Origine du carbone | Basis of carbon", (row) => words("basis", row.carbonBasis)],
      ["Méthode | Method", (row) => row.method],
    ]),
    table("hostings", "Offre par hébergement | Supply by hosting", null, report.hostings, [
      ["Trimestre | Quarter", (row) => row.quarter],
      ["Hébergement | Hosting", (row) => words("hosting", row.hosting)],
      ["GPU | GPU", (row) => row.gpuType],
      ["Déclarés | Declared", (row) => row.declared],
      ["Vérifiés | Verified", (row) => row.verified],
      ["Offerts | Offered", (row) => row.offered],
    ]),
    table("labels", "Besoin par étiquette | Demand by label", SEVERAL, report.labels, [
      ["Trimestre | Quarter", (row) => row.quarter],
      ["Étiquette | Label", (row) => words("label", row.label)],
      ["Besoins | Needs", (row) => row.needs],
      ["Besoin probable | Demand, likely", (row) => row.likely],
    ]),
    table("confidence", "Origine des chiffres | Where the figures come from", null, report.confidence, [
      ["Ministère | Ministry", (row) => nameOf(row.ministryId)],
      ["Origine | Basis", (row) => words("basis", row.figures)],
      ["Besoins | Needs", (row) => row.needs],
      ["GPU × trimestres | GPU-quarters", (row) => row.likely],
    ]),
    table("unsized", "Besoins non dimensionnés | Needs without a size", null, report.unsized, [
      ["Ministère | Ministry", (row) => nameOf(row.ministryId)],
      ["Besoin | Need", (row) => row.reference],
      ["Raison | Reason", (row) => words("unsized", row.why)],
    ]),
    table("notes", "D'où viennent les chiffres | What the figures rest on", null, report.notes, [
      ["Chiffre | Figure", (row) => words("figure", row.figure)],
      ["Origine | Basis", (row) => words("basis", row.basis)],
      ["Méthode | Method", (row) => words("method", row.figure)],
    ]),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}
