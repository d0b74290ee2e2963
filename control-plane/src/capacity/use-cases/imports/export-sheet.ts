import type { Context } from "../../../kernel/use-case.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import { needValues } from "../../domain/need/read-need.js";
import { DECLARATION_TEMPLATE } from "../../domain/template/declaration-template.js";
import { needTemplate } from "../../domain/template/need-template.js";
import type { FieldValue, Template, Words } from "../../domain/template/template-field.js";
import { writeCell } from "../../domain/template/write-cell.js";
import type { CapacityCatalogue } from "../../ports/capacity-catalogue.port.js";
import type { DeclarationRepository } from "../../ports/declaration-repository.port.js";

export type SheetRows = readonly (readonly (string | number)[])[];
export type SheetLanguage = keyof Words;

/** Headings and rows of a file; without records it is the empty form to fill in. */
export function sheetOf(
  template: Template,
  language: SheetLanguage,
  records: readonly Readonly<Record<string, FieldValue>>[],
): SheetRows {
  const heading = template.fields.map(({ header, unit }) =>
    unit === null ? header[language] : `${header[language]} (${unit})`,
  );
  const rows = records.map((record) => template.fields.map(({ key }) => writeCell(record[key] ?? null)));
  return [heading, ...rows];
}

/** A declaration's lines as they stand; null when it is not to be seen. */
export async function exportDeclaration(
  ctx: Context,
  declarations: DeclarationRepository,
  id: string,
  language: SheetLanguage,
): Promise<{ readonly organisationId: string; readonly rows: SheetRows } | null> {
  const declaration = await declarations.find(ctx, id);
  if (declaration === null) return null;
  const lines = await declarations.linesAt(ctx, declaration.id, declaration.version);
  const records = lines.map((line) => ({ ...line }));
  return { organisationId: declaration.organisationId, rows: sheetOf(DECLARATION_TEMPLATE, language, records) };
}

const PAGE = 1_000;

/** An organisation's needs in a campaign, with those of everything below it, by reference. */
export async function exportNeeds(
  ctx: Context,
  catalogue: CapacityCatalogue,
  campaign: Campaign,
  organisationId: string,
  language: SheetLanguage,
): Promise<SheetRows> {
  const asked = { campaignId: campaign.id, organisationId, search: "", states: [], criticalities: [] } as const;
  const records: Readonly<Record<string, FieldValue>>[] = [];
  let after: string | null = null;
  do {
    const page = await catalogue.needs(ctx, { ...asked, sort: "reference", descending: false, first: PAGE, after });
    records.push(...page.rows.map(({ row }) => needValues(row)));
    after = page.hasNextPage ? (page.rows.at(-1)?.cursor ?? null) : null;
  } while (after !== null);
  return sheetOf(needTemplate(campaign.quarters), language, records);
}
