import { z } from "zod";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import {
  findingChanges,
  findingsOf,
  type FindingChanges,
  type KeptFinding,
} from "../../domain/finding/capacity-finding.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import type { FindingStore } from "../../ports/finding-store.port.js";
import { id } from "../capacity.input.js";

const input = z.object({ campaignId: id });
export type CheckDeclaredInput = z.infer<typeof input>;

/** What comparing now would change; for a watch that has nothing to tell most of the time. */
export async function declaredChanges(
  ctx: Context,
  findings: FindingStore,
  campaignId: string,
): Promise<FindingChanges> {
  const open = (await findings.findings(ctx, campaignId)).filter(({ closedAt }) => closedAt === null);
  return findingChanges(open, findingsOf(await findings.declared(ctx, campaignId), await findings.observed(ctx)));
}

/** Compares what ministries validated with what is seen: opens findings over 5 %, closes those that agree again. */
export const checkDeclared = (
  ports: Pick<CapacityPorts, "campaigns" | "organisations"> & { readonly findings: FindingStore },
): UseCase<CheckDeclaredInput, string, readonly KeptFinding[]> => ({
  name: "capacity.check-declared",
  action: "manage",
  input: zodSchema(input),
  async load(ctx, { campaignId }) {
    if ((await ports.campaigns.find(ctx, campaignId)) === null) return refuse(notFound("campaign", campaignId));
    const rootId = await ports.organisations.rootId(ctx);
    return ok({ subject: { name: "Campaign", id: campaignId, organisationId: rootId }, loaded: rootId });
  },
  async handle(ctx, { campaignId }, rootId) {
    const changes = await declaredChanges(ctx, ports.findings, campaignId);
    await ports.findings.keep(ctx, campaignId, changes);
    const told = changes.opened.map(({ pool, gpuType, declared, observed }) => ({ pool, gpuType, declared, observed }));
    const data = { opened: told, changed: changes.changed.length, closed: changes.closed.length };
    return ok({
      value: await ports.findings.findings(ctx, campaignId),
      event: { organisationId: rootId, subjectType: "Campaign", subjectId: campaignId, data },
    });
  },
});
