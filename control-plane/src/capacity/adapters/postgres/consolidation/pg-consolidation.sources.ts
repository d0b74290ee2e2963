import type { DataLabel } from "@socle/contracts";
import type { Context } from "../../../../kernel/use-case.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import type { Campaign } from "../../../domain/campaign/campaign.js";
import type { ConsolidationInput, Ministry, PoolInput } from "../../../domain/consolidation/consolidation-input.js";
import type { AcceptedCapacity } from "../../../ports/accepted-capacity.port.js";
import type { ConsolidationSources, SupplyInReach } from "../../../ports/consolidation/consolidation-sources.port.js";
import type { HeldRights } from "../../../ports/consolidation/held-rights.port.js";
import type { ModelNames } from "../../../ports/model-names.port.js";
import type { ProfileRepository } from "../../../ports/profile-repository.port.js";
import { BODIES, POOLS } from "./source-statements.js";

interface Body extends Ministry {
  readonly organisationIds: readonly string[];
}

/** What the room itself records, and what other rooms tell of organisations, pools and rights. */
export class PgConsolidationSources implements ConsolidationSources {
  constructor(
    private readonly accepted: AcceptedCapacity,
    private readonly profiles: ProfileRepository,
    private readonly models: ModelNames,
    private readonly rights: HeldRights,
  ) {}

  async read(ctx: Context, { id, name, quarters }: Campaign): Promise<ConsolidationInput> {
    const bodies = await rowsOf<Body>(ctx, BODIES);
    const ministryOf = ministryAmong(bodies);
    const aliases = await this.models.aliases(ctx);
    const needs = await this.accepted.needs(ctx, id);
    const lines = await this.accepted.lines(ctx, id);
    const allocations = await this.rights.withUse(ctx);
    return {
      campaign: { id, name, quarters },
      ministries: bodies.map((body) => ({ id: body.id, slug: body.slug, name: body.name })),
      needs: needs.map(({ id: needId, organisationId, ...need }) => ({
        id: needId,
        organisationId,
        ministryId: ministryOf(organisationId),
        content: contentOf(need),
        model: aliases.get(need.model) ?? need.model,
      })),
      lines: lines.map(({ id: lineId, organisationId, line }) => ({
        id: lineId,
        ministryId: ministryOf(organisationId),
        line,
      })),
      allocations: allocations.map(({ organisationId, ...held }) => ({
        ...held,
        ministryId: ministryOf(organisationId),
      })),
      pools: await rowsOf<PoolInput & { readonly labels: readonly DataLabel[] }>(ctx, POOLS),
      profiles: await this.profiles.all(ctx),
    };
  }

  async supplyFor(ctx: Context, { id }: Campaign, organisationId: string): Promise<SupplyInReach> {
    const ministryOf = ministryAmong(await rowsOf<Body>(ctx, BODIES));
    const lines = await this.accepted.lines(ctx, id);
    const rights = await this.rights.standing(ctx);
    return {
      ministryId: ministryOf(organisationId),
      lines: lines.map(({ organisationId: of, line }) => ({ ministryId: ministryOf(of), line })),
      allocations: rights.map(({ organisationId: of, ...right }) => ({ ...right, ministryId: ministryOf(of) })),
    };
  }
}

function ministryAmong(bodies: readonly Body[]): (organisationId: string) => string {
  const bodyOf = new Map(bodies.flatMap((body) => body.organisationIds.map((each) => [each, body.id] as const)));
  return (organisationId) => bodyOf.get(organisationId) ?? organisationId;
}

type Told = Omit<Awaited<ReturnType<AcceptedCapacity["needs"]>>[number], "id" | "organisationId">;

/** What the ministry said, without the record around it: a step of its life is no other input. */
function contentOf({
  campaignId: _campaign,
  state: _state,
  declaredBy: _by,
  createdAt: _created,
  updatedAt: _updated,
  version: _version,
  completeness: _completeness,
  ...content
}: Told) {
  return content;
}
