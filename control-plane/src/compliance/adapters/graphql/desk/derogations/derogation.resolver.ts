import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../../kernel/actor.js";
import { connectionOf, decodeCursor, pageSize, type Connection } from "../../../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../../platform/graphql/request-loaders.js";
import { UseCaseType } from "../../../../../registry/index.js";
import { OrganisationType } from "../../../../../tenancy/index.js";
import { standingOn, type Derogation } from "../../../../domain/desk/derogations/derogation.js";
import type { MarketSearch } from "../../../../domain/desk/derogations/market-search.js";
import { DeskDoor } from "../desk-door.js";
import { DeskLinks } from "../desk-links.js";
import { DeskListArgs } from "../desk-list.inputs.js";
import {
  DerogationConnectionType,
  DerogationNoticeConnectionType,
  DerogationNoticeType,
  DerogationType,
  MarketSearchType,
  RuleTermsType,
} from "./derogation.types.js";

export const derogationView =
  (today: string) =>
  ({ requestedBy, endorsedBy, grantedBy, closedBy, ...derogation }: Derogation): DerogationType => ({
    ...derogation,
    standing: standingOn({ requestedBy, endorsedBy, grantedBy, closedBy, ...derogation }, today),
    requestedByRef: requestedBy,
    endorsedByRef: endorsedBy,
    grantedByRef: grantedBy,
  });

export const marketSearchView = ({
  foundBy: _foundBy,
  withdrawnBy: _withdrawnBy,
  state,
  ...found
}: MarketSearch): MarketSearchType => ({ ...found, standing: state === "standing" });

@Resolver(() => DerogationType)
export class DerogationResolver {
  constructor(
    @Inject(DeskDoor) private readonly desk: DeskDoor,
    @Inject(DeskLinks) private readonly links: DeskLinks,
  ) {}

  @Query(() => DerogationConnectionType)
  derogations(@CurrentActor() actor: PersonActor, @Args() args: DeskListArgs): Promise<Connection<DerogationType>> {
    return this.desk.list(actor, "Derogation", this.desk.ports.derogations, args, derogationView(this.desk.today()));
  }

  @Query(() => DerogationType, { nullable: true })
  async derogation(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<DerogationType | null> {
    const found = await this.desk.one(actor, "Derogation", this.desk.ports.derogations, id);
    return found === null ? null : derogationView(this.desk.today())(found);
  }

  @Query(() => DerogationNoticeConnectionType, { description: "Granted derogations, for everybody; latest first." })
  async derogationNotices(
    @CurrentActor() actor: PersonActor,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<DerogationNoticeType>> {
    const size = pageSize(first);
    const from = after == null ? null : String(decodeCursor(after, 1)[0]);
    const rows = await this.desk.read(actor, (ctx) => this.desk.ports.notices.page(ctx, size, from));
    return connectionOf(
      rows,
      size,
      ({ derogationId }) => [derogationId],
      (notice) => notice,
    );
  }

  @Query(() => [RuleTermsType], { description: "The rules in force, and who may lift each." })
  async rulesInForce(@CurrentActor() actor: PersonActor): Promise<readonly RuleTermsType[]> {
    const rules = await this.desk.read(actor, (ctx) => this.desk.ports.rules.all(ctx));
    return rules.map(({ id, reason, derogable }) => ({
      ...{ id, ...reason },
      authorities: derogable?.by ?? [],
      maxMonths: derogable?.maxMonths ?? null,
    }));
  }

  @ResolveField(() => [MarketSearchType], { description: "Of its rule and use case, newest first." })
  async marketSearches(
    @Parent() of: DerogationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<readonly MarketSearchType[]> {
    const { searches } = this.desk.ports;
    const found = await this.desk.ofUseCase(loaders, actor, "Derogation", searches, of.useCaseId, "MarketSearch");
    return found.filter(({ rule }) => rule === of.rule).map(marketSearchView);
  }

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(@Parent() of: DerogationType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.organisation(loaders, actor, of.organisationId);
  }

  @ResolveField(() => UseCaseType, { nullable: true })
  useCase(@Parent() of: DerogationType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.useCase(loaders, actor, of.useCaseId);
  }

  @ResolveField(() => String)
  requestedBy(@Parent() of: DerogationType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.name(loaders, actor, of.requestedByRef);
  }

  @ResolveField(() => String, { nullable: true })
  endorsedBy(@Parent() of: DerogationType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.name(loaders, actor, of.endorsedByRef);
  }

  @ResolveField(() => String, { nullable: true })
  grantedBy(@Parent() of: DerogationType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.name(loaders, actor, of.grantedByRef);
  }
}
