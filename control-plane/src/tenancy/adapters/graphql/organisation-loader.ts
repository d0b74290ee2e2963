import { Inject } from "@nestjs/common";
import type { Actor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import type { PastOrganisation } from "../../domain/organisation-change.js";
import type { OrganisationRepository } from "../../ports/organisation-repository.port.js";
import { ORGANISATIONS } from "../../tenancy.tokens.js";
import type { OrganisationType } from "./tenancy.types.js";

/** Loads the organisations that one request's answers point to, all in one query. */
export class OrganisationLoader {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ORGANISATIONS) private readonly organisations: OrganisationRepository,
  ) {}

  /** Null when the organisation is unknown or outside the actor's scope. */
  load(loaders: RequestLoaders, actor: Actor, id: string): Promise<OrganisationType | null> {
    const loader = loaders.of<OrganisationType>("organisation", async (ids) => {
      const found = await this.runner.read(actor, (ctx) => this.organisations.findMany(ctx, ids));
      return new Map(found.map((organisation) => [organisation.id, organisation]));
    });
    return loader.load(id);
  }

  /** What an organisation was before each change, oldest first. */
  async pastOf(loaders: RequestLoaders, actor: Actor, id: string): Promise<readonly PastOrganisation[]> {
    const loader = loaders.of<readonly PastOrganisation[]>("organisation.past", async (ids) => {
      const past = await this.runner.read(actor, (ctx) => this.organisations.pastOf(ctx, ids));
      return new Map(ids.map((each) => [each, past.filter(({ organisationId }) => organisationId === each)]));
    });
    return (await loader.load(id)) ?? [];
  }
}
