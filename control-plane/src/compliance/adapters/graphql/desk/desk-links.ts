import { Inject, Injectable } from "@nestjs/common";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { RegistryLoaders, useCaseView, type UseCaseType } from "../../../../registry/index.js";
import { OrganisationLoader, PersonNameLoader, type OrganisationType } from "../../../../tenancy/index.js";

/** What records of the desk point to, loaded for a whole answer at once. */
@Injectable()
export class DeskLinks {
  constructor(
    @Inject(RegistryLoaders) private readonly registry: RegistryLoaders,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
  ) {}

  organisation(loaders: RequestLoaders, actor: PersonActor, id: string): Promise<OrganisationType | null> {
    return this.organisations.load(loaders, actor, id);
  }

  async useCase(loaders: RequestLoaders, actor: PersonActor, id: string | null): Promise<UseCaseType | null> {
    const found = id === null ? null : await this.registry.useCase(loaders, actor, id);
    return found === null ? null : useCaseView(found);
  }

  async name(loaders: RequestLoaders, actor: PersonActor, ref: string | null): Promise<string | null> {
    return ref === null ? null : this.people.nameOf(loaders, actor, ref);
  }
}
