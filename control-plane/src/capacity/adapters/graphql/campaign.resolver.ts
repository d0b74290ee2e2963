import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import { pageSize, type Connection } from "../../../platform/graphql/cursor.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay, OrganisationLoader, OrganisationType } from "../../../tenancy/index.js";
import { CAPACITY_PORTS } from "../../capacity.tokens.js";
import { daysLeft } from "../../domain/campaign/campaign-life.js";
import { missingOf } from "../../domain/campaign/campaign-progress.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import { DECLARATION_TEMPLATE } from "../../domain/template/declaration-template.js";
import { needTemplate } from "../../domain/template/need-template.js";
import type { CapacityRoomPorts } from "../../ports/capacity-ports.js";
import {
  CampaignCompletenessType,
  CampaignConnectionType,
  CampaignFilterInput,
  CampaignType,
  TemplateFieldType,
} from "./campaign.types.js";
import { connectionView, EMPTY_PAGE } from "./capacity.views.js";

@Resolver(() => CampaignType)
export class CampaignResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityRoomPorts,
  ) {}

  @Query(() => CampaignConnectionType, { description: "Latest end first." })
  async campaigns(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { nullable: true, type: () => CampaignFilterInput }) filter: CampaignFilterInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 25 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<CampaignType>> {
    if (!actorMay(actor, "read", "Campaign")) return connectionView(EMPTY_PAGE, campaignView);
    const query = {
      search: filter?.search ?? "",
      states: filter?.state ?? [],
      kind: filter?.kind ?? null,
      first: pageSize(first ?? 25),
      after: after ?? null,
    };
    return connectionView(await this.runner.read(actor, (ctx) => this.ports.campaigns.page(ctx, query)), campaignView);
  }

  @Query(() => CampaignType, { nullable: true })
  async campaign(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<CampaignType | null> {
    if (!actorMay(actor, "read", "Campaign")) return null;
    const found = await this.runner.read(actor, (ctx) => this.ports.campaigns.find(ctx, id));
    return found === null ? null : campaignView(found);
  }

  @ResolveField(() => Int, { description: "Days until the end, rounded up; 0 when it has passed." })
  daysLeft(@Parent() parent: CampaignType): number {
    return daysLeft(parent as Campaign, new Date());
  }

  @ResolveField(() => [TemplateFieldType], { description: "Fields of a line of a declaration." })
  declarationTemplate(): readonly TemplateFieldType[] {
    return DECLARATION_TEMPLATE.fields;
  }

  @ResolveField(() => [TemplateFieldType], { description: "Fields of a need, with the quantities of each quarter." })
  needTemplate(@Parent() parent: CampaignType): readonly TemplateFieldType[] {
    return needTemplate((parent as Campaign).quarters).fields;
  }

  @ResolveField(() => [CampaignCompletenessType], { description: "By ministry, each with everything below it." })
  async completeness(
    @Parent() { id }: CampaignType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<CampaignCompletenessType[]> {
    if (!actorMay(actor, "read", "CapacityDeclaration")) return [];
    const loader = loaders.of("capacity.completeness", (ids) =>
      this.runner.read(actor, (ctx) => this.ports.progress.ofMinistries(ctx, ids)),
    );
    const rows = (await loader.load(id)) ?? [];
    return rows.map((row) => ({ ...row, missing: missingOf(row) }));
  }
}

const campaignView = (campaign: Campaign): CampaignType => campaign;

@Resolver(() => CampaignCompletenessType)
export class CampaignCompletenessResolver {
  constructor(@Inject(OrganisationLoader) private readonly organisations: OrganisationLoader) {}

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(
    @Parent() parent: CampaignCompletenessType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.organisations.load(loaders, actor, parent.organisationId);
  }
}
