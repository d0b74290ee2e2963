import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { pageSize, type Connection } from "../../../platform/graphql/cursor.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay } from "../../../tenancy/index.js";
import { CAPACITY_PORTS } from "../../capacity.tokens.js";
import type { CapacityRoomPorts } from "../../ports/capacity-ports.js";
import { connectionView, EMPTY_PAGE } from "./capacity.views.js";
import {
  CapacityImportConnectionType,
  CapacityImportType,
  ImportErrorConnectionType,
  ImportErrorType,
} from "./import.types.js";

@Resolver(() => CapacityImportType)
export class ImportResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityRoomPorts,
  ) {}

  @Query(() => CapacityImportType, { nullable: true })
  async capacityImport(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<CapacityImportType | null> {
    if (!actorMay(actor, "read", "CapacityDeclaration")) return null;
    return this.runner.read(actor, (ctx) => this.ports.imports.find(ctx, id));
  }

  @Query(() => CapacityImportConnectionType, { description: "Newest first." })
  async capacityImports(
    @CurrentActor() actor: PersonActor,
    @Args("campaignId", { type: () => ID }) campaignId: string,
    @Args("organisationId", { nullable: true, type: () => ID }) organisationId: string | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 25 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<CapacityImportType>> {
    if (!actorMay(actor, "read", "CapacityDeclaration")) return connectionView(EMPTY_PAGE, (row) => row);
    const query = {
      campaignId,
      organisationId: organisationId ?? null,
      first: pageSize(first ?? 25),
      after: after ?? null,
    };
    return connectionView(await this.runner.read(actor, (ctx) => this.ports.imports.page(ctx, query)), (row) => row);
  }

  @ResolveField(() => ImportErrorConnectionType, { description: "Every error, by row and cell, in the file's order." })
  async errors(
    @Parent() parent: CapacityImportType,
    @CurrentActor() actor: PersonActor,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 100 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<ImportErrorType>> {
    const size = pageSize(first ?? 100);
    const page = await this.runner.read(actor, (ctx) => this.ports.imports.issues(ctx, parent.id, size, after ?? null));
    return connectionView(page, (row) => row);
  }
}
