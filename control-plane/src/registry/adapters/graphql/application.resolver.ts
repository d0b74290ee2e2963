import { Inject } from "@nestjs/common";
import { Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { Clock } from "../../../kernel/clock.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { CLOCK } from "../../../platform/tokens.js";
import { PersonNameLoader } from "../../../tenancy/index.js";
import { ApiKeyType, ApplicationType, KeyRequestType } from "./application.types.js";
import { RegistryLoaders } from "./registry-loaders.js";
import { keyRequestView, keyView } from "./registry.views.js";

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  constructor(
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

  @ResolveField(() => [KeyRequestType], { description: "Newest first." })
  async keyRequests(
    @Parent() parent: ApplicationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<KeyRequestType[]> {
    const requests = await this.registry.keyRequests(loaders, actor, parent.useCaseId);
    return requests.filter(({ applicationId }) => applicationId === parent.id).map(keyRequestView);
  }
}

@Resolver(() => KeyRequestType)
export class KeyRequestResolver {
  constructor(@Inject(PersonNameLoader) private readonly people: PersonNameLoader) {}

  @ResolveField(() => String, { description: "A name, or a reference for whom this person may not see." })
  requestedBy(@Parent() of: KeyRequestType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, of.requestedByRef);
  }

  @ResolveField(() => Boolean, { description: "This person asked for it: they collect it, or take it back." })
  mine(@Parent() of: KeyRequestType, @CurrentActor() actor: PersonActor): boolean {
    return of.requestedByRef === actor.id;
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
