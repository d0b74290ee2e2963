import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { connectionOf, decodeCursor, pageSize, type Connection } from "../../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { OrganisationLoader, OrganisationType, PersonNameLoader } from "../../../../tenancy/index.js";
import { BUNDLE_PORTS } from "../../../bundles.tokens.js";
import type { ProposalState } from "../../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../../ports/bundles/bundle-ports.js";
import { PolicyProposalConnectionType, PolicyProposalType, ProposalStateEnum } from "./bundle.types.js";
import { proposalView } from "./bundle.views.js";

const Id = () => Args("id", { type: () => ID });

@Resolver(() => PolicyProposalType)
export class ProposalResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(BUNDLE_PORTS) private readonly ports: BundlePorts,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
  ) {}

  @Query(() => PolicyProposalConnectionType, { description: "Newest first." })
  async policyProposals(
    @CurrentActor() actor: PersonActor,
    @Args("states", { type: () => [ProposalStateEnum], nullable: true }) states: ProposalState[] | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<PolicyProposalType>> {
    const from = after == null ? null : String(decodeCursor(after, 1)[0]);
    const page = { states: states ?? null, first: pageSize(first), after: from };
    const rows = await this.runner.read(actor, (ctx) => this.ports.proposals.page(ctx, page));
    return connectionOf(rows, page.first, ({ id }) => [id], proposalView);
  }

  @Query(() => PolicyProposalType, { nullable: true })
  async policyProposal(@CurrentActor() actor: PersonActor, @Id() id: string): Promise<PolicyProposalType | null> {
    const found = await this.runner.read(actor, (ctx) => this.ports.proposals.find(ctx, id));
    return found === null ? null : proposalView(found);
  }

  @ResolveField(() => String)
  proposedBy(@Parent() of: PolicyProposalType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, of.proposedByRef);
  }

  @ResolveField(() => Boolean, { description: "The person who asks made it, and so does not decide on it." })
  own(@Parent() of: PolicyProposalType, @CurrentActor() actor: PersonActor): boolean {
    return of.proposedByRef === actor.id;
  }

  @ResolveField(() => String, { nullable: true })
  decidedBy(@Parent() of: PolicyProposalType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return of.decidedByRef === null ? null : this.people.nameOf(loaders, actor, of.decidedByRef);
  }

  @ResolveField(() => OrganisationType)
  organisation(
    @Parent() of: PolicyProposalType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.organisations.load(loaders, actor, of.organisationId);
  }
}
