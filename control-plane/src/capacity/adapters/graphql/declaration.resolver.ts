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
import type { CapacityDeclaration } from "../../domain/declaration/capacity-declaration.js";
import { lineDifferences } from "../../domain/submission/version-difference.js";
import { DECLARATION_TEMPLATE } from "../../domain/template/declaration-template.js";
import type { CapacityRoomPorts } from "../../ports/capacity-ports.js";
import { CampaignType } from "./campaign.types.js";
import { CapacityLoaders } from "./capacity-loaders.js";
import { connectionView, EMPTY_PAGE, lineView } from "./capacity.views.js";
import {
  CapacityDeclarationConnectionType,
  CapacityDeclarationType,
  CapacityLineConnectionType,
  CapacityLineType,
  DeclarationFilterInput,
  DeclarationSortInput,
  LineFilterInput,
  LineSortInput,
} from "./declaration.types.js";
import { RecordDifferenceType } from "./submission.types.js";

@Resolver(() => CapacityDeclarationType)
export class DeclarationResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityRoomPorts,
    @Inject(CapacityLoaders) private readonly loaders: CapacityLoaders,
    @Inject(DetailReads) private readonly seen: DetailReads,
  ) {}

  @Query(() => CapacityDeclarationConnectionType)
  async capacityDeclarations(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { nullable: true, type: () => DeclarationFilterInput }) filter: DeclarationFilterInput | null,
    @Args("sort", { nullable: true, type: () => DeclarationSortInput }) sort: DeclarationSortInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 25 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<CapacityDeclarationType>> {
    if (!actorMay(actor, "read", "CapacityDeclaration")) return connectionView(EMPTY_PAGE, declarationView);
    const query = {
      campaignId: filter?.campaignId ?? null,
      organisationId: filter?.organisationId ?? null,
      states: filter?.state ?? [],
      sort: sort?.field ?? "updated_at",
      descending: sort?.direction !== SortDirection.ASC,
      first: pageSize(first ?? 25),
      after: after ?? null,
    } as const;
    const page = await this.runner.read(actor, (ctx) => this.ports.catalogue.declarations(ctx, query));
    return connectionView(page, declarationView);
  }

  @Query(() => CapacityDeclarationType, { nullable: true })
  async capacityDeclaration(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<CapacityDeclarationType | null> {
    if (!actorMay(actor, "read", "CapacityDeclaration")) return null;
    const found = await this.runner.read(actor, (ctx) => this.ports.declarations.find(ctx, id));
    if (found !== null) this.note(actor, found.id, found.organisationId);
    return found === null ? null : declarationView(found);
  }

  @Query(() => CapacityLineConnectionType, { description: "Lines of every declaration in reach, as they stand." })
  async capacityLines(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { nullable: true, type: () => LineFilterInput }) filter: LineFilterInput | null,
    @Args("sort", { nullable: true, type: () => LineSortInput }) sort: LineSortInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 25 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<CapacityLineType>> {
    if (!actorMay(actor, "read", "CapacityDeclaration")) return connectionView(EMPTY_PAGE, lineView);
    const query = {
      campaignId: filter?.campaignId ?? null,
      declarationId: filter?.declarationId ?? null,
      organisationId: filter?.organisationId ?? null,
      search: filter?.search ?? "",
      gpuTypes: filter?.gpuType ?? [],
      sort: sort?.field ?? "reference",
      descending: sort?.direction === SortDirection.DESC,
      first: pageSize(first ?? 25),
      after: after ?? null,
    } as const;
    const page = await this.runner.read(actor, (ctx) => this.ports.catalogue.lines(ctx, query));
    const shown = new Map(page.rows.map(({ row }) => [row.declarationId, row.organisationId]));
    for (const [declarationId, organisationId] of shown) this.note(actor, declarationId, organisationId);
    return connectionView(page, lineView);
  }

  @ResolveField(() => [RecordDifferenceType], { description: "Lines that differ between two of its versions." })
  compare(
    @Parent() parent: CapacityDeclarationType,
    @CurrentActor() actor: PersonActor,
    @Args("from", { type: () => Int }) from: number,
    @Args("to", { type: () => Int }) to: number,
  ): Promise<readonly RecordDifferenceType[]> {
    return this.runner.read(actor, async (ctx) => {
      const before = await this.ports.declarations.linesAt(ctx, parent.id, from);
      const after = await this.ports.declarations.linesAt(ctx, parent.id, to);
      return lineDifferences(DECLARATION_TEMPLATE, before, after);
    });
  }

  private note(actor: PersonActor, subjectId: string, organisationId: string): void {
    this.seen.note(actor, { subjectType: "CapacityDeclaration", subjectId, organisationId });
  }

  @ResolveField(() => CampaignType, { nullable: true })
  campaign(
    @Parent() parent: CapacityDeclarationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.loaders.campaign(loaders, actor, parent.campaignId);
  }
}

export const declarationView = (declaration: CapacityDeclaration): CapacityDeclarationType => declaration;
