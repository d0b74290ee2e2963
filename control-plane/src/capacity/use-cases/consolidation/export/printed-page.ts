import { printedReport } from "../../../../kernel/printed-report.js";
import { inLanguage, type ReportLanguage, type ReportTable } from "../../../../kernel/report-table.js";
import type { Campaign } from "../../../domain/campaign/campaign.js";
import type { Consolidation } from "../../../domain/consolidation/consolidation-life.js";
import { consolidationWords } from "./consolidation-words.js";

export interface PrintedConsolidation {
  readonly campaign: Pick<Campaign, "name" | "quarters">;
  readonly consolidation: Consolidation;
  readonly tables: readonly ReportTable[];
}

/** The consolidation as a page to print. */
export function printedPage(
  { campaign, consolidation, tables }: PrintedConsolidation,
  language: ReportLanguage,
): string {
  const words = (text: string): string => inLanguage(text, language);
  const title = `${words("Besoins et capacités | Needs and capacities")} · ${campaign.name}`;
  const facts: readonly (readonly [string, string])[] = [
    [words("Trimestres | Quarters"), campaign.quarters.join(", ")],
    [words("État | State"), consolidationWords(language)("state", consolidation.state)],
    [words("Calculé le | Computed at"), consolidation.computedAt?.toISOString() ?? ""],
    [words("Empreinte des données | Digest of the input"), consolidation.inputDigest ?? ""],
    [words("Empreinte du rapport | Digest of the report"), consolidation.reportDigest ?? ""],
    [words("Diffusion | Distribution"), words("interministérielle, nominative | interministerial, to the reader only")],
  ];
  return printedReport({ title, facts, tables }, language);
}
