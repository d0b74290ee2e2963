import { PLAN_KIND_NAMES, type PlanKindName } from "@socle/contracts";
import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { connectionOf, decodeCursor, pageSize, type Connection } from "../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import { SortDirection } from "../../../platform/graphql/page.types.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay, OrganisationLoader, OrganisationType, PersonNameLoader } from "../../../tenancy/index.js";
import { planSubject } from "../../domain/plan-subject.js";
import { PLAN_PORTS } from "../../plan.tokens.js";
import type { PlanPorts } from "../../ports/plan-ports.js";
import { planKey, type PlanOrder } from "../../ports/plan-record.store.port.js";
import { planRecordView } from "./plan-record.view.js";
import {
  PlanRecordConnectionType,
  PlanRecordKindEnum,
  PlanRecordOrderEnum,
  PlanRecordType,
} from "./plan-record.types.js";

@Resolver(() => PlanRecordType)
export class PlanRecordResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(PLAN_PORTS) private readonly ports: PlanPorts,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
  ) {}

  @Query(() => PlanRecordConnectionType, { description: "Of every kind that one may read, soonest first." })
  async planRecords(
    @CurrentActor() actor: PersonActor,
    @Args("kinds", { type: () => [PlanRecordKindEnum], nullable: true }) kinds: PlanKindName[] | null,
    @Args("organisationId", { type: () => ID, nullable: true }) organisationId: string | null,
    @Args("states", { type: () => [String], nullable: true }) states: string[] | null,
    @Args("search", { type: () => String, nullable: true }) search: string | null,
    @Args("order", { type: () => PlanRecordOrderEnum, nullable: true, defaultValue: "due" }) order: PlanOrder,
    @Args("direction", { type: () => SortDirection, nullable: true }) direction: SortDirection | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<PlanRecordType>> {
    const readable = (kinds ?? PLAN_KIND_NAMES).filter((kind) => actorMay(actor, "read", planSubject(kind)));
    const query = {
      ...{ kinds: readable, organisationId: organisationId ?? null, states: states ?? [], search: search ?? "", order },
      ...{ descending: direction === SortDirection.DESC, first: pageSize(first) },
      after: after == null ? null : placeOf(after),
    };
    const rows =
      readable.length === 0 ? [] : await this.runner.read(actor, (ctx) => this.ports.records.page(ctx, query));
    return connectionOf(rows, query.first, (row) => planKey(order, row), planRecordView);
  }

  @Query(() => PlanRecordType, { nullable: true })
  async planRecord(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<PlanRecordType | null> {
    const found = await this.runner.read(actor, (ctx) => this.ports.records.find(ctx, id));
    return found === null || !actorMay(actor, "read", planSubject(found.kind)) ? null : planRecordView(found);
  }

  @ResolveField(() => OrganisationType)
  organisation(@Parent() of: PlanRecordType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.organisations.load(loaders, actor, of.organisationId);
  }

  @ResolveField(() => String, { description: "Who wrote the present version, by name where one may know." })
  declaredByName(@Parent() of: PlanRecordType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, of.declaredBy);
  }
}

const placeOf = (cursor: string): readonly [string, string] => {
  const [key, id] = decodeCursor(cursor, 2);
  return [String(key), String(id)];
};
