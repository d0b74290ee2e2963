import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCase, UseCaseRunner } from "../../../../kernel/use-case.js";
import { connectionOf, decodeCursor, pageSize, type Connection } from "../../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { resultUnion, unionMember } from "../../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { OrganisationLoader, OrganisationType, PersonNameLoader } from "../../../../tenancy/index.js";
import { BUNDLE_PORTS } from "../../../bundles.tokens.js";
import type { Proposal, ProposalState } from "../../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../../ports/bundles/bundle-ports.js";
import { approveProposal } from "../../../use-cases/bundles/approve-proposal.use-case.js";
import { proposeBundle } from "../../../use-cases/bundles/propose-bundle.use-case.js";
import { proposeReturn } from "../../../use-cases/bundles/propose-return.use-case.js";
import { rejectProposal } from "../../../use-cases/bundles/reject-proposal.use-case.js";
import { withdrawProposal } from "../../../use-cases/bundles/withdraw-proposal.use-case.js";
import {
  PolicyProposalConnectionType,
  PolicyProposalType,
  ProposalStateEnum,
  ProposePolicyBundleInput,
} from "./bundle.types.js";
import { proposalView } from "./bundle.views.js";

const ProposalResult = resultUnion("PolicyProposalResult", PolicyProposalType, [
  ...(["InvalidInput", "Forbidden", "NotFound", "Conflict"] as const),
]);
const Id = () => Args("id", { type: () => ID });
const Version = () => Args("version", { type: () => Int, description: "The version that was looked at." });
const Reason = () => Args("reason", { type: () => String });

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

  @Mutation(() => ProposalResult, { description: "Brings a whole set of rules to be decided on; it must load." })
  proposePolicyBundle(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => ProposePolicyBundleInput }) input: ProposePolicyBundleInput,
  ) {
    return this.run(actor, proposeBundle(this.ports), input);
  }

  @Mutation(() => ProposalResult, { description: "Proposes to go back to a bundle on record." })
  proposePolicyReturn(
    @CurrentActor() actor: PersonActor,
    @Args("digest", { type: () => ID }) digest: string,
    @Args("motive", { type: () => String }) motive: string,
    @Args("organisationId", { type: () => ID, nullable: true }) organisationId: string | null,
  ) {
    return this.run(actor, proposeReturn(this.ports), { digest, motive, organisationId });
  }

  @Mutation(() => ProposalResult, { description: "The second signature: the bundle is in force at once." })
  approvePolicyProposal(
    @CurrentActor() actor: PersonActor,
    @Id() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ) {
    return this.run(actor, approveProposal(this.ports), { id, version, reason });
  }

  @Mutation(() => ProposalResult)
  rejectPolicyProposal(
    @CurrentActor() actor: PersonActor,
    @Id() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ) {
    return this.run(actor, rejectProposal(this.ports), { id, version, reason });
  }

  @Mutation(() => ProposalResult, { description: "The author takes a proposal back." })
  withdrawPolicyProposal(
    @CurrentActor() actor: PersonActor,
    @Id() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ) {
    return this.run(actor, withdrawProposal(this.ports), { id, version, reason });
  }

  private async run<Input, Loaded>(actor: PersonActor, verb: UseCase<Input, Loaded, Proposal>, input: unknown) {
    return unionMember(await this.runner.run(actor, verb, input), proposalView);
  }
}
