import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import { connectionOf, decodeCursor, pageSize, type Connection } from "../../../../platform/graphql/cursor.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { actorMay, DetailReads, PersonNameLoader } from "../../../../tenancy/index.js";
import { CONSOLIDATION_PORTS } from "../../../capacity.tokens.js";
import type { ConsolidationRoomPorts } from "../../../ports/consolidation/consolidation-ports.js";
import { noteConsolidationRead } from "../../note-consolidation-read.js";
import { readConsolidation, type SeenConsolidation } from "../../../use-cases/consolidation/read-consolidation.js";
import { ConsolidationCellType, ConsolidationReportType } from "./consolidation-report.types.js";
import {
  ConsolidatedNeedConnectionType,
  ConsolidatedNeedType,
  ConsolidationCommentConnectionType,
  ConsolidationCommentType,
  ConsolidationType,
  SupplierVersionType,
} from "./consolidation.types.js";

@Resolver(() => ConsolidationType)
export class ConsolidationResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CONSOLIDATION_PORTS) private readonly ports: ConsolidationRoomPorts,
    @Inject(DetailReads) private readonly reads: DetailReads,
  ) {}

  @Query(() => [ConsolidationType], { description: "Newest first." })
  consolidations(
    @CurrentActor() actor: PersonActor,
    @Args("campaignId", { type: () => ID }) campaignId: string,
  ): Promise<readonly ConsolidationType[]> {
    if (!actorMay(actor, "read", "Consolidation")) return Promise.resolve([]);
    return this.runner.read(actor, (ctx) => this.ports.consolidations.ofCampaign(ctx, campaignId));
  }

  @Query(() => ConsolidationType, { nullable: true })
  async consolidation(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<ConsolidationType | null> {
    if (!actorMay(actor, "read", "Consolidation")) return null;
    return this.runner.read(actor, (ctx) => this.ports.consolidations.find(ctx, id));
  }

  @ResolveField(() => ConsolidationReportType, { nullable: true, description: "For who sees the whole tree." })
  async report(
    @Parent() parent: ConsolidationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return (await this.seen(loaders, actor, parent.id))?.report ?? null;
  }

  @ResolveField(() => [ConsolidationCellType], { description: "Of one's own ministry, or of all." })
  async cells(
    @Parent() parent: ConsolidationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return (await this.seen(loaders, actor, parent.id))?.cells ?? [];
  }

  @ResolveField(() => SupplierVersionType, { nullable: true, description: "null until it is published." })
  async supplierVersion(
    @Parent() parent: ConsolidationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return (await this.seen(loaders, actor, parent.id))?.supplier ?? null;
  }

  @ResolveField(() => ConsolidatedNeedConnectionType, { description: "By reference, need, quarter." })
  async needs(
    @Parent() parent: ConsolidationType,
    @CurrentActor() actor: PersonActor,
    @Args("first", { type: () => Int, defaultValue: 50 }) first: number,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<ConsolidatedNeedType>> {
    const size = pageSize(first);
    if (!actorMay(actor, "read", "CapacityNeed"))
      return connectionOf(
        [],
        size,
        () => [],
        (row) => row,
      );
    const cursor = after ? (decodeCursor(after, 3) as readonly [string, string, string]) : null;
    const query = { consolidationId: parent.id, first: size, after: cursor };
    const rows = await this.runner.read(actor, (ctx) => this.ports.consolidations.needs(ctx, query));
    noteConsolidationRead(
      this.reads,
      actor,
      parent.id,
      rows.slice(0, size).map((row) => row.organisationId),
    );
    return connectionOf(
      rows,
      size,
      ({ reference, needId, quarter }) => [reference, needId, quarter],
      (row) => row,
    );
  }

  @ResolveField(() => ConsolidationCommentConnectionType, {
    description: "Oldest first; for those who see every ministry's figures, empty for others.",
  })
  async comments(
    @Parent() parent: ConsolidationType,
    @CurrentActor() actor: PersonActor,
    @Args("first", { type: () => Int, defaultValue: 50 }) first: number,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<ConsolidationCommentType>> {
    const size = pageSize(first);
    const cursor = after ? (decodeCursor(after, 2) as readonly [string, string]) : null;
    const query = { consolidationId: parent.id, first: size, after: cursor };
    const rows = actorMay(actor, "read", "CapacityNeed")
      ? await this.runner.read(actor, (ctx) => this.ports.comments.page(ctx, query))
      : [];
    return connectionOf(
      rows,
      size,
      ({ at, id }) => [at.toISOString(), id],
      (row) => row,
    );
  }

  /** Once for all fields of one answer. */
  private seen(loaders: RequestLoaders, actor: PersonActor, id: string): Promise<SeenConsolidation | null> {
    const detail = actorMay(actor, "read", "CapacityNeed");
    const loader = loaders.of<SeenConsolidation>("capacity.consolidation", (ids) =>
      this.runner.read(actor, async (ctx) => {
        const found = new Map<string, SeenConsolidation>();
        for (const each of ids) {
          const seen = await readConsolidation(this.ports)(ctx, each, detail);
          if (seen === null) continue;
          found.set(each, seen);
          noteConsolidationRead(
            this.reads,
            actor,
            each,
            seen.cells.map((cell) => cell.ministryId),
          );
        }
        return found;
      }),
    );
    return loader.load(id);
  }
}

@Resolver(() => ConsolidationCommentType)
export class ConsolidationCommentBy {
  constructor(@Inject(PersonNameLoader) private readonly people: PersonNameLoader) {}

  @ResolveField(() => String)
  by(@Parent() parent: ConsolidationCommentType, @CurrentActor() actor: PersonActor, @Loaders() l: RequestLoaders) {
    return this.people.nameOf(l, actor, parent.by);
  }
}
