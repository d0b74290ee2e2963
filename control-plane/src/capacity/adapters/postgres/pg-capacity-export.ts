import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { CapacityLine } from "../../domain/declaration/capacity-line.js";
import type { CapacityNeed } from "../../domain/need/capacity-need.js";
import { needValues } from "../../domain/need/read-need.js";
import { DECLARATION_TEMPLATE } from "../../domain/template/declaration-template.js";
import { needTemplate } from "../../domain/template/need-template.js";
import type { FieldValue, Template } from "../../domain/template/template-field.js";
import { CAMPAIGNS, needOf, NEEDS } from "./rows/capacity-tables.js";

/** Values by template key; what is empty or what the template would fill in is left out. */
type ToldValues = Readonly<Record<string, FieldValue>>;

interface ExportedSubmission {
  readonly organisationId: string;
  readonly state: string;
  readonly declaredBy: string;
}

/** Campaigns with their answers as they stand, for a seed file. */
export interface CapacityExport {
  readonly campaigns: readonly (Campaign & {
    readonly declarations: readonly (ExportedSubmission & { readonly lines: readonly ToldValues[] })[];
    readonly needs: readonly (ExportedSubmission & { readonly cells: ToldValues })[];
  })[];
}

interface LineRow extends ExportedSubmission {
  readonly campaignId: string;
  readonly lines: readonly CapacityLine[];
}

export async function exportCapacity(ctx: Context): Promise<CapacityExport> {
  const campaigns = await CAMPAIGNS.select(ctx, "ORDER BY campaign.name");
  const declarations = await rowsOf<LineRow>(
    ctx,
    `SELECT campaign_id AS "campaignId", organisation_id AS "organisationId", state, declared_by AS "declaredBy",
       (SELECT coalesce(jsonb_agg(content ORDER BY reference), '[]') FROM capacity_line
        WHERE declaration_id = capacity_declaration.id AND until_version IS NULL) AS lines
     FROM capacity_declaration WHERE state <> 'superseded' ORDER BY organisation_id`,
  );
  const stored = await NEEDS.select(ctx, "WHERE state <> 'superseded' ORDER BY organisation_id, reference");
  const needs = stored.map(needOf);
  return {
    campaigns: campaigns.map((campaign) => ({
      ...campaign,
      declarations: declarations
        .filter(({ campaignId }) => campaignId === campaign.id)
        .map(({ organisationId, state, declaredBy, lines }) => ({
          ...{ organisationId, state, declaredBy },
          lines: lines.map((line) => toldValues(DECLARATION_TEMPLATE, { ...line })),
        })),
      needs: needs.filter(({ campaignId }) => campaignId === campaign.id).map(exportedNeed),
    })),
  };
}

const exportedNeed = (need: CapacityNeed) => ({
  organisationId: need.organisationId,
  state: need.state,
  declaredBy: need.declaredBy,
  cells: toldValues(needTemplate(need.quantities.map(({ quarter }) => quarter)), needValues(need)),
});

const toldValues = (template: Template, values: ToldValues): ToldValues =>
  Object.fromEntries(
    template.fields.flatMap(({ key, fallback }) => {
      const value = values[key] ?? null;
      return value === null || value === fallback ? [] : [[key, value]];
    }),
  );
