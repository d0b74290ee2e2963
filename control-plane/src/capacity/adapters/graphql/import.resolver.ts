import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { pageSize, type Connection } from "../../../platform/graphql/cursor.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay } from "../../../tenancy/index.js";
import { CAPACITY_PORTS, IMPORT_PORTS } from "../../capacity.tokens.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import type { ImportStore } from "../../ports/imports/import-store.port.js";
import { acceptImport } from "../../use-cases/imports/accept-import.use-case.js";
import { cancelImport } from "../../use-cases/imports/cancel-import.use-case.js";
import { connectionView, EMPTY_PAGE } from "./capacity.views.js";
import {
  CapacityImportConnectionType,
  CapacityImportResult,
  CapacityImportType,
  ImportErrorConnectionType,
  ImportErrorType,
} from "./import.types.js";

@Resolver(() => CapacityImportType)
export class ImportResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityPorts,
    @Inject(IMPORT_PORTS) private readonly imports: ImportStore,
  ) {}

  @Query(() => CapacityImportType, { nullable: true })
  async capacityImport(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<CapacityImportType | null> {
    if (!actorMay(actor, "read", "CapacityDeclaration")) return null;
    return this.runner.read(actor, (ctx) => this.imports.find(ctx, id));
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
    return connectionView(await this.runner.read(actor, (ctx) => this.imports.page(ctx, query)), (row) => row);
  }

  @ResolveField(() => ImportErrorConnectionType, { description: "Every error, by row and cell, in the file's order." })
  async errors(
    @Parent() parent: CapacityImportType,
    @CurrentActor() actor: PersonActor,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 100 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<ImportErrorType>> {
    const size = pageSize(first ?? 100);
    const page = await this.runner.read(actor, (ctx) => this.imports.issues(ctx, parent.id, size, after ?? null));
    return connectionView(page, (row) => row);
  }

  @Mutation(() => CapacityImportResult, { description: "Takes over everything that was read, or nothing." })
  async acceptCapacityImport(@CurrentActor() actor: PersonActor, @Args("id", { type: () => ID }) id: string) {
    const useCase = acceptImport({ ...this.ports, imports: this.imports });
    return unionMember(await this.runner.run(actor, useCase, { id }), (done): CapacityImportType => done);
  }

  @Mutation(() => CapacityImportResult, { description: "Gives it up, while it is read or after." })
  async cancelCapacityImport(@CurrentActor() actor: PersonActor, @Args("id", { type: () => ID }) id: string) {
    const useCase = cancelImport({ imports: this.imports });
    return unionMember(await this.runner.run(actor, useCase, { id }), (done): CapacityImportType => done);
  }
}
