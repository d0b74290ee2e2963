import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import { pageSize, type Connection } from "../../../platform/graphql/cursor.js";
import { SortDirection } from "../../../platform/graphql/page.types.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay, DetailReads } from "../../../tenancy/index.js";
import { CAPACITY_PORTS } from "../../capacity.tokens.js";
import type { CapacityNeed, NeedContent } from "../../domain/need/capacity-need.js";
import { needValues } from "../../domain/need/read-need.js";
import { fieldDifferences } from "../../domain/submission/version-difference.js";
import { needTemplate } from "../../domain/template/need-template.js";
import type { CapacityRoomPorts } from "../../ports/capacity-ports.js";
import { CampaignType } from "./campaign.types.js";
import { CapacityLoaders } from "./capacity-loaders.js";
import { connectionView, EMPTY_PAGE, needView } from "./capacity.views.js";
import { CapacityNeedConnectionType, CapacityNeedType, NeedFilterInput, NeedSortInput } from "./need.types.js";
import { RecordDifferenceType } from "./submission.types.js";

@Resolver(() => CapacityNeedType)
export class NeedResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityRoomPorts,
    @Inject(CapacityLoaders) private readonly loaders: CapacityLoaders,
    @Inject(DetailReads) private readonly seen: DetailReads,
  ) {}

  @Query(() => CapacityNeedConnectionType)
  async capacityNeeds(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { nullable: true, type: () => NeedFilterInput }) filter: NeedFilterInput | null,
    @Args("sort", { nullable: true, type: () => NeedSortInput }) sort: NeedSortInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 25 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<CapacityNeedType>> {
    if (!actorMay(actor, "read", "CapacityNeed")) return connectionView(EMPTY_PAGE, needView);
    const query = {
      campaignId: filter?.campaignId ?? null,
      organisationId: filter?.organisationId ?? null,
      search: filter?.search ?? "",
      states: filter?.state ?? [],
      criticalities: filter?.criticality ?? [],
      sort: sort?.field ?? "reference",
      descending: sort?.direction === SortDirection.DESC,
      first: pageSize(first ?? 25),
      after: after ?? null,
    } as const;
    const page = await this.runner.read(actor, (ctx) => this.ports.catalogue.needs(ctx, query));
    this.noteList(
      actor,
      page.rows.map(({ row }) => row),
    );
    return connectionView(page, needView);
  }

  /** A list is kept as the file of the same needs is: once a body and campaign, not once a row. */
  private noteList(actor: PersonActor, needs: readonly Pick<CapacityNeed, "campaignId" | "organisationId">[]): void {
    const shown = new Map(needs.map((need) => [`${need.campaignId} ${need.organisationId}`, need]));
    for (const { campaignId, organisationId } of shown.values())
      this.seen.note(actor, { subjectType: "CapacityNeed", subjectId: campaignId, organisationId });
  }

  @Query(() => CapacityNeedType, { nullable: true })
  async capacityNeed(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<CapacityNeedType | null> {
    if (!actorMay(actor, "read", "CapacityNeed")) return null;
    const found = await this.runner.read(actor, (ctx) => this.ports.needs.find(ctx, id));
    if (found === null) return null;
    const { organisationId } = found;
    this.seen.note(actor, { subjectType: "CapacityNeed", subjectId: id, organisationId });
    return needView(found);
  }

  @ResolveField(() => [RecordDifferenceType], { description: "What differs between two of its versions; one record." })
  compare(
    @Parent() parent: CapacityNeedType,
    @CurrentActor() actor: PersonActor,
    @Args("from", { type: () => Int }) from: number,
    @Args("to", { type: () => Int }) to: number,
  ): Promise<readonly RecordDifferenceType[]> {
    return this.runner.read(actor, async (ctx) => {
      const before = await this.ports.needs.contentAt(ctx, parent.id, from);
      const after = await this.ports.needs.contentAt(ctx, parent.id, to);
      return before === null || after === null ? [] : needDifference(before, after);
    });
  }

  @ResolveField(() => CampaignType, { nullable: true })
  campaign(@Parent() parent: CapacityNeedType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.loaders.campaign(loaders, actor, parent.campaignId);
  }
}

function needDifference(before: NeedContent, after: NeedContent): readonly RecordDifferenceType[] {
  const template = needTemplate(after.quantities.map(({ quarter }) => quarter));
  const fields = fieldDifferences(template, needValues(before), needValues(after));
  return fields.length === 0 ? [] : [{ line: null, presence: "changed", fields }];
}
