import { Inject } from "@nestjs/common";
import { Args, Mutation, Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { Clock } from "../../../kernel/clock.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { CLOCK, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { PersonNameLoader } from "../../../tenancy/index.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../registry.tokens.js";
import { issueKey } from "../../use-cases/applications/issue-key.use-case.js";
import { registerApplication } from "../../use-cases/applications/register-application.use-case.js";
import { revokeKey } from "../../use-cases/applications/revoke-key.use-case.js";
import { onceByKey } from "../../use-cases/once-by-key.js";
import { ApiKeyType, ApplicationType } from "./application.types.js";
import { IssueKeyFields, RegisterApplicationFields, RevokeKeyFields } from "./registry.inputs.js";
import { RegistryLoaders } from "./registry-loaders.js";
import { ApplicationResult, IssueKeyResult, RevokeKeyResult } from "./registry.unions.js";
import { applicationView, keyView } from "./registry.views.js";

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
    @Inject(RegistryLoaders) private readonly registry: RegistryLoaders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ResolveField(() => [ApiKeyType])
  async keys(
    @Parent() parent: ApplicationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<ApiKeyType[]> {
    const now = this.clock.now();
    return (await this.registry.keys(loaders, actor, parent.id)).map((key) => keyView(key, now));
  }

  @Mutation(() => ApplicationResult)
  async registerApplication(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RegisterApplicationFields }) input: RegisterApplicationFields,
  ) {
    const { receipts, applications } = this.ports;
    const creation = onceByKey(registerApplication(this.ports), receipts, (ctx, id) => applications.find(ctx, id));
    return unionMember(await this.runner.run(actor, creation, input), applicationView);
  }

  @Mutation(() => IssueKeyResult)
  async issueKey(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => IssueKeyFields }) input: IssueKeyFields,
  ) {
    const issued = await this.runner.run(actor, issueKey(this.ports), input);
    return unionMember(issued, ({ key, secret }) => ({ key: keyView(key, this.clock.now()), secret }));
  }

  @Mutation(() => RevokeKeyResult)
  async revokeKey(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RevokeKeyFields }) input: RevokeKeyFields,
  ) {
    const revoked = await this.runner.run(actor, revokeKey(this.ports), input);
    return unionMember(revoked, (key) => keyView(key, this.clock.now()));
  }
}

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  constructor(@Inject(PersonNameLoader) private readonly people: PersonNameLoader) {}

  @ResolveField(() => String, { description: "A name, or a reference for whom this person may not see." })
  createdBy(@Parent() parent: ApiKeyType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, parent.createdBy);
  }
}
