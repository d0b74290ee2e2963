import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { invalidInput } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { CAMPAIGN_KINDS, CAMPAIGN_STATES, type Campaign } from "../../domain/campaign/campaign.js";
import { quarterOf, quartersFrom, type Quarter } from "../../domain/campaign/quarter.js";
import type { CapacityLine } from "../../domain/declaration/capacity-line.js";
import { totalsOf } from "../../domain/declaration/declared-lines.js";
import { readLine } from "../../domain/declaration/read-line.js";
import { readNeed } from "../../domain/need/read-need.js";
import { SUBMISSION_STATES } from "../../domain/submission/submission-state.js";
import type { FieldIssue } from "../../domain/template/cell-issue.js";
import { DECLARATION_TEMPLATE } from "../../domain/template/declaration-template.js";
import { needTemplate } from "../../domain/template/need-template.js";
import { writeCell } from "../../domain/template/write-cell.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { id } from "../capacity.input.js";
import { freshDeclaration } from "../declarations/fresh-declaration.js";
import { issuesOf } from "../field-issues.js";
import { freshNeed } from "../needs/fresh-need.js";
import { recordStep } from "../submissions/record-step.js";

const cells = z
  .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
  .transform((record) => new Map(Object.entries(record).map(([key, value]) => [key, String(writeCell(value))])));
const submission = { organisationId: id, state: z.enum(SUBMISSION_STATES), declaredBy: id.optional() };

const input = z.object({
  name: z.string().trim().min(3).max(120),
  kind: z.enum(CAMPAIGN_KINDS),
  state: z.enum(CAMPAIGN_STATES),
  opensAt: z.coerce.date(),
  closesAt: z.coerce.date(),
  scope: z.array(id),
  firstQuarter: z.string().refine((text) => quarterOf(text) !== null, "A quarter such as 2026Q4."),
  quarterCount: z.number().int().min(1).max(12),
  reminderDays: z.array(z.number().int().min(0).max(365)).max(10),
  declarations: z.array(
    z.object({
      ...submission,
      state: submission.state.exclude(["matched", "partially_matched", "unmet"]),
      lines: z.array(cells),
    }),
  ),
  needs: z.array(z.object({ ...submission, cells })),
});
type Input = z.output<typeof input>;

/**
 * Takes over a campaign with its answers, in the states they have elsewhere. May be run again: a campaign of that name,
 * an organisation's declaration and a need of that reference stay as people have made them since. For the platform only.
 */
export const importCampaign = (ports: CapacityPorts): UseCase<Input, string, Campaign> => ({
  name: "capacity.import-campaign",
  action: "manage",
  input: zodSchema(input),
  async load(ctx) {
    const rootId = await ports.organisations.rootId(ctx);
    return ok({ subject: { name: "Campaign", id: null, organisationId: rootId }, loaded: rootId });
  },
  async handle(ctx, told, rootId) {
    const campaign = await campaignFrom(ports, ctx, told);
    for (const [index, declaration] of told.declarations.entries()) {
      const done = await importDeclaration(ports, ctx, campaign, declaration, `declarations.${index}`);
      if (!done.ok) return done;
    }
    for (const [index, need] of told.needs.entries()) {
      const done = await importNeed(ports, ctx, campaign, need, `needs.${index}`);
      if (!done.ok) return done;
    }
    const data = { state: campaign.state, declarations: told.declarations.length, needs: told.needs.length };
    return ok({
      value: campaign,
      event: { organisationId: rootId, subjectType: "Campaign", subjectId: campaign.id, data },
    });
  },
});

async function campaignFrom(ports: CapacityPorts, ctx: Context, told: Input): Promise<Campaign> {
  const query = { search: told.name, states: [], kind: told.kind, first: 100, after: null };
  const found = (await ports.campaigns.page(ctx, query)).rows.find(({ row }) => row.name === told.name);
  if (found !== undefined) return found.row;
  const { name, kind, state, opensAt, closesAt, scope, reminderDays } = told;
  const campaign: Campaign = {
    ...{ id: ctx.ids.next(), name, kind, state, opensAt, closesAt, scope, reminderDays },
    templateVersion: DECLARATION_TEMPLATE.version,
    quarters: quartersFrom(told.firstQuarter as Quarter, told.quarterCount),
    createdBy: actorRef(ctx.actor),
    createdAt: ctx.clock.now(),
    version: 1,
  };
  await ports.campaigns.insert(ctx, campaign, null);
  return campaign;
}

async function importDeclaration(
  ports: CapacityPorts,
  ctx: Context,
  campaign: Campaign,
  { organisationId, state, declaredBy, lines: told }: Input["declarations"][number],
  path: string,
): Promise<Result<true>> {
  const stands =
    (await ports.declarations.findInProgress(ctx, campaign.id, organisationId)) ??
    (await ports.declarations.findAccepted(ctx, campaign.id, organisationId));
  if (stands !== null) return ok(true);
  const lines: CapacityLine[] = [];
  for (const [index, each] of told.entries()) {
    const read = readLine(each);
    if (!read.ok) return refused(read.refusal, `${path}.lines.${index}`);
    lines.push(read.value);
  }
  const fresh = freshDeclaration(ctx, campaign.id, organisationId, null);
  const declaration = { ...fresh, ...totalsOf(lines), state, declaredBy: declaredBy ?? fresh.declaredBy };
  await ports.declarations.insert(ctx, declaration, null);
  await ports.declarations.changeLines(ctx, declaration, { closed: [], opened: lines });
  await recordStep(ports.journal, ctx, "declaration", null, declaration, null);
  return ok(true);
}

async function importNeed(
  ports: CapacityPorts,
  ctx: Context,
  campaign: Campaign,
  { organisationId, state, declaredBy, cells: told }: Input["needs"][number],
  path: string,
): Promise<Result<true>> {
  const read = readNeed(needTemplate(campaign.quarters), campaign.quarters, told);
  if (!read.ok) return refused(read.refusal, path);
  const stands = await ports.needs.findByReference(ctx, campaign.id, organisationId, [read.value.reference]);
  if (stands.length > 0) return ok(true);
  const fresh = freshNeed(ctx, campaign, organisationId, read.value);
  const need = { ...fresh, state, declaredBy: declaredBy ?? fresh.declaredBy };
  await ports.needs.insert(ctx, need, null);
  await recordStep(ports.journal, ctx, "need", null, need, null);
  return ok(true);
}

const refused = (issues: readonly FieldIssue[], path: string) => refuse(invalidInput(issuesOf(issues, path)));
